import type { LanguageId } from '../../text/sourceText.ts';
import type { MappingNode, ScalarNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { inside } from './block.ts';
import type { Draft } from './draft.ts';
import { flowValue } from './flow.ts';
import { usualStyle } from './style.ts';

/** A whole document in another language, or normalised in its own: comments go, calls take the language's usual form. */
export function renderDocument(tree: SyntaxTree, language: LanguageId): string {
  const draft = tree.root ? toDraft(tree.root) : mappingOfNothing;
  const style = usualStyle(language);
  return `${language === 'json' ? flowValue(style, 'json', draft, '') : inside(style, draft, 0)}\n`;
}

const mappingOfNothing: Draft = { entries: [] };

/** The value of a node as it could be written again. A missing value is `null`. */
export function toDraft(node: SyntaxNode | undefined): Draft {
  if (!node) return null;
  const plain = withoutTag(node);
  if (node.tag === undefined) return plain;
  const call = node.tag.replace(/^!/, '');
  return { call, argument: call === 'GetAtt' && typeof plain === 'string' ? pathOf(plain) : plain };
}

function withoutTag(node: SyntaxNode): Draft {
  if (node.kind === 'scalar') return atom(node);
  if (node.kind === 'sequence') return node.items.map(toDraft);
  return longCall(node) ?? { entries: node.entries.map(({ key, value }) => [key.text, toDraft(value)] as const) };
}

/** A number that is not written as JavaScript would, as an account id with a leading zero, stays the text that it is. */
function atom({ value, text, tag }: ScalarNode): Draft {
  if (tag !== undefined) return text;
  return typeof value === 'number' && String(value) !== text ? text : value;
}

/** `Condition` alone in a mapping is more often a key than a call, so it stays what it is. */
function longCall({ entries }: MappingNode): Draft | undefined {
  const [entry, ...others] = entries;
  if (!entry?.value || others.length > 0 || !/^(?:Ref$|Fn::)/.test(entry.key.text)) return undefined;
  const call = entry.key.text.replace(/^Fn::/, '');
  const argument = toDraft(entry.value);
  return { call, argument: call === 'GetAtt' && typeof argument === 'string' ? pathOf(argument) : argument };
}

function pathOf(path: string): Draft {
  const dot = path.indexOf('.');
  return dot < 0 ? path : [path.slice(0, dot), path.slice(dot + 1)];
}
