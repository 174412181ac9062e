import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleModule } from '../../server/src/rules/index.ts';

/** A rule as its file exports it. */
export interface RuleFile {
  readonly group: string;
  /** Without the extension. */
  readonly name: string;
  readonly rules: readonly RuleModule[];
}

const root = join(import.meta.dirname, '..', '..', 'server', 'src', 'rules');

/** The folders that hold rules, by name. */
export const GROUPS: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((each) => each.isDirectory() && each.name !== 'support')
  .map(({ name }) => name)
  .sort();

/** The rules that the `index.ts` of a folder lists. */
export async function listedIn(group: string): Promise<readonly RuleModule[]> {
  return rulesOf(await import(join(root, group, 'index.ts')));
}

/** The files of a folder beside its `index.ts`. */
export async function filesOf(group: string): Promise<readonly RuleFile[]> {
  const names = readdirSync(join(root, group))
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length));
  return Promise.all(names.map(async (name) => ({ group, name, rules: rulesOf(await import(join(root, group, `${name}.ts`))) })));
}

function rulesOf(exported: Readonly<Record<string, unknown>>): readonly RuleModule[] {
  return Object.values(exported).flat().filter(isRule);
}

function isRule(value: unknown): value is RuleModule {
  return typeof value === 'object' && value !== null && 'id' in value && 'check' in value && 'docs' in value;
}
