/** The command cannot be carried out as it was given: the message says what is wrong and what to write instead. */
export class UsageError extends Error {}
