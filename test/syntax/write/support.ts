import {
  child,
  type MappingNode,
  parse,
  type SequenceNode,
  type SyntaxNode,
  type SyntaxTree,
  sourceText,
} from '../../../server/src/syntax/index.ts';
import { toDraft } from '../../../server/src/syntax/write/convert.ts';
import type { Draft } from '../../../server/src/syntax/write/index.ts';
import { applyEdits, type TextEdit } from '../../../server/src/text/edit.ts';
import type { LanguageId } from '../../../server/src/text/sourceText.ts';

export function treeOf(text: string, languageId?: LanguageId): SyntaxTree {
  return parse(sourceText('file:///t', text, 0, languageId)).value;
}

/** The codes of what cannot be read; comments in JSON can. */
export function problemsOf(text: string, languageId?: LanguageId): readonly string[] {
  const { problems } = parse(sourceText('file:///t', text, 0, languageId));
  return problems.map(({ code }) => code).filter((code) => code !== 'json-comment');
}

/** The node at the end of a path of keys and indices. */
export function nodeOf(tree: SyntaxTree, path: string): SyntaxNode {
  let node = tree.root;
  for (const step of path === '' ? [] : path.split('.')) {
    node = node?.kind === 'sequence' ? node.items[Number(step)] : child(node, step);
  }
  if (!node) throw new Error(`Nothing at ${path}`);
  return node;
}

export function mappingAt(tree: SyntaxTree, path: string): MappingNode {
  const node = nodeOf(tree, path);
  if (node.kind !== 'mapping') throw new Error(`No mapping at ${path}`);
  return node;
}

export function sequenceAt(tree: SyntaxTree, path: string): SequenceNode {
  const node = nodeOf(tree, path);
  if (node.kind !== 'sequence') throw new Error(`No list at ${path}`);
  return node;
}

/** The text after an edit that is made with its tree. */
export function edited(text: string, edit: (tree: SyntaxTree) => TextEdit, languageId?: LanguageId): string {
  return applyEdits(text, [edit(treeOf(text, languageId))]);
}

/** The content of a text, calls of intrinsic functions in one form. */
export function contentOf(text: string, languageId?: LanguageId): Draft {
  return toDraft(treeOf(text, languageId).root);
}
