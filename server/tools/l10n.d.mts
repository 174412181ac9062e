export function generateBundle(): Promise<string>;
