/**
 * The colours of `syntaxes/`, by the grammars of VS Code itself: those of the editor that the end-to-end tests run in. Each case is a text
 * in which a comment line says with `^^^` what scopes the words above it have, and with `-` which they have not.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRegistryFromGrammars, type IGrammarConfig } from 'vscode-tmgrammar-test/dist/common/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';

const root = join(import.meta.dirname, '..', '..');
const builtIn = join(root, 'test', 'e2e', 'host', 'node_modules', 'code-server', 'lib', 'vscode', 'extensions');

interface Manifest {
  readonly contributes: { readonly grammars: readonly IGrammarConfig[] };
}

/** The grammars that an extension contributes, with their texts. */
function grammarsOf(extension: string): readonly { grammar: IGrammarConfig; content: string }[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  return manifest.contributes.grammars.map((grammar) => {
    const path = join(extension, grammar.path);
    return { grammar: { ...grammar, path }, content: readFileSync(path, 'utf8') };
  });
}

const registry = (): ReturnType<typeof createRegistryFromGrammars> =>
  createRegistryFromGrammars([join(builtIn, 'yaml'), join(builtIn, 'json'), root].flatMap(grammarsOf));
const cases = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.txt'));

// `npm test` installs the editor before it comes here; `npm run check` does without, where no end-to-end test has run yet.
test.skipIf(!existsSync(builtIn)).each(cases)('%s', async (file) => {
  const testCase = parseGrammarTestCase(readFileSync(join(import.meta.dirname, file), 'utf8'));
  expect(testCase.assertions.length).toBeGreaterThan(9);
  expect(await runGrammarTestCase(registry(), testCase)).toEqual([]);
});
