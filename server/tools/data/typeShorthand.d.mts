export function frequentNames(owned: readonly (readonly [name: string, type: string])[]): string[];
export function shortName(name: string, type: string, frequent: readonly string[]): string;
export function shortArnPattern(pattern: string, type: string): string;
