/** The text of each generated file in `docs/`, by its name. */
export function generateDocs(): Promise<Readonly<Record<string, string>>>;
