import type { SourceText, WithProblems } from '../text/sourceText.ts';
import { readJson } from './json/readJson.ts';
import type { SyntaxTree } from './node.ts';
import { aliasTargets } from './tree/aliases.ts';
import type { GreenRead } from './tree/green.ts';
import { type RedContext, redNode } from './tree/redNode.ts';
import { readYaml } from './yaml/readYaml.ts';

/**
 * The tree of a document, with what could not be read. Every text has a tree, however broken.
 * @param previous the tree of an earlier version, whose unchanged parts are used again; it does not change the outcome
 */
export function parse(source: SourceText, _previous?: SyntaxTree): WithProblems<SyntaxTree> {
  const read = readWhole(source);
  const aliases = aliasTargets(read.root && read.aliases ? [{ green: read.root, base: 0 }] : []);
  const context: RedContext = {
    source,
    text: source.text,
    place: (start, end) => ({ start, end }),
    target: aliases.target,
    hasAliases: read.aliases,
  };
  const root = read.root && redNode(context, { green: read.root, base: 0 }, undefined);
  return { value: { source, root }, problems: [...read.problems, ...aliases.problems] };
}

function readWhole({ languageId, text }: SourceText): GreenRead {
  return languageId === 'json' ? readJson(text) : readYaml(text);
}
