/** What the client lacks, by the library's names, and what a server offers that needs it. */
export const LEFT_OUT: Readonly<Record<string, string>>;
