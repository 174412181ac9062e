/** The text of `schemas/lambda-iam.schema.json`. */
export function generateSchema(): string;
