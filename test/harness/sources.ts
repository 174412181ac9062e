import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A source file of the server. */
export interface Source {
  /** Below `server/src`, `syntax/node.ts` for instance. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly from: string;
  /** A path below `server/src`, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
}

const root = join(import.meta.dirname, '..', '..', 'server', 'src');

export function readSources(): readonly Source[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return paths.map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }));
}

/** What a file imports, types included. */
export function importsOf({ path, text }: Source): readonly Import[] {
  const statements = /^(?:import|export)\b(?:[^'"`;]*? from)? '([^']+)'|\bimport\('([^']+)'\)/gm;
  return Array.from(text.matchAll(statements), ([, named, called]) => toImport(path, named ?? called ?? ''));
}

function toImport(from: string, name: string): Import {
  const isPackage = !name.startsWith('.');
  return { from, isPackage, to: isPackage ? name : normalize(join(dirname(from), name)).replaceAll('\\', '/') };
}

/** The code without comments, and with nothing in its strings and patterns. */
export function codeOf({ text }: Source): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/(?![*/\s])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g,
    "''",
  );
}

/** A way from a file back to itself through imports, if there is one. */
export function findCycle(imports: readonly Import[]): readonly string[] | undefined {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const search = (path: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const target of targets.get(path) ?? []) {
      const cycle = search(target, [...way, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of targets.keys()) {
    const cycle = search(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}
