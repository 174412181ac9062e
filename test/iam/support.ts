import { templateReader } from '../../server/src/cloudformation/index.ts';
import { type PolicyDocument, readPolicyDocument } from '../../server/src/iam/index.ts';
import { parse, type SyntaxNode, sourceText } from '../../server/src/syntax/index.ts';

export const LANGUAGES = ['yaml', 'json'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The tree of a YAML text, or of the same content written as JSON with intrinsic functions in their long form. */
export function treeOf(yaml: string, language: Language) {
  const tree = parse(sourceText('file:///test', yaml, 1, 'yaml')).value;
  if (language === 'yaml') return tree;
  return parse(sourceText('file:///test', JSON.stringify(toValue(tree.root), undefined, 2), 1, 'json')).value;
}

/** A policy of a template, in which intrinsic functions mean what they mean there. */
export function policy(yaml: string, language: Language = 'yaml'): PolicyDocument {
  const { root } = treeOf(yaml, language);
  if (root?.kind !== 'mapping') throw new Error('the test has no mapping');
  return readPolicyDocument(root, templateReader({ template: undefined }));
}

function toValue(node: SyntaxNode | undefined): unknown {
  if (!node) return null;
  if (node.tag === undefined) return bareValue(node);
  const name = node.tag.slice(1);
  return { [name === 'Ref' ? name : `Fn::${name}`]: bareValue(node) };
}

function bareValue(node: SyntaxNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(toValue);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, toValue(value)]));
}
