import { type Analysis, analyse } from '../../server/src/analysis/index.ts';
import { loadKnowledge } from '../../server/src/knowledge.node.ts';
import type { Finding } from '../../server/src/rules/index.ts';
import { nodeAt, parse, type SyntaxNode, type SyntaxTree, sourceText, spanInText } from '../../server/src/syntax/index.ts';
import { settledTree } from '../../server/src/syntax/parse.ts';
import { renderDocument } from '../../server/src/syntax/write/index.ts';
import type { LanguageId } from '../../server/src/text/sourceText.ts';
import type { Span } from '../../server/src/text/span.ts';
import { encloses } from '../../server/src/text/span.ts';

/** What is known of AWS, from the committed data; loaded once. */
export const testKnowledge = loadKnowledge;

/** The analysis of a text with the real data. */
export function analysed(text: string, languageId: LanguageId = 'yaml'): Analysis {
  return analyse(sourceText(`file:///template.${languageId}`, text, 0, languageId), testKnowledge());
}

/** The same document in JSON, converted through the tree that both languages share. */
export function jsonTwin(yamlText: string): string {
  return renderDocument(treeOf(yamlText, 'yaml'), 'json');
}

/** Whether JSON can say all that this text says: it can be read, has no comments that silence rules, and writes each alias out. */
export function hasJsonTwin(yamlText: string): boolean {
  const { problems } = parse(sourceText('file:///twin', yamlText, 0, 'yaml'));
  return problems.length === 0 && !yamlText.includes('lambda-iam-ignore') && !/[:,[-]\s+[&*][A-Za-z]/.test(yamlText);
}

/** The content of a document, whatever it is written in. */
export function contentOf(text: string, languageId: LanguageId): string {
  return renderDocument(treeOf(text, languageId), 'json');
}

function treeOf(text: string, languageId: LanguageId): SyntaxTree {
  return parse(sourceText('file:///twin', text, 0, languageId)).value;
}

/** A finding by its rule, its place in the document's structure and its words: the same in both languages. */
export function placed({ tree }: Analysis, { span, ruleId, severity, message }: Finding): string {
  return `${structuralPath(tree, span)} ${severity} ${ruleId}: ${message}`;
}

/** The path to the innermost node around a span, intrinsic functions left out, because their two forms differ. */
function structuralPath(tree: SyntaxTree, span: Span): string {
  const whole = settledTree(tree);
  const place = spanInText(tree, span);
  let node = nodeAt(whole, place.start);
  while (node?.parent && !encloses(node.outerSpan, place)) node = node.parent;
  const steps: string[] = [];
  for (; node; node = node.parent) steps.push(stepTo(node));
  return steps
    .reverse()
    .filter((step) => step !== '')
    .join('.')
    .replace(/\.?Fn::GetAtt.*$/, '')
    .replace(/(?:^|\.)(?:Fn::\w+|Ref)\b/g, '');
}

function stepTo(node: SyntaxNode): string {
  const { parent } = node;
  if (!parent) return '';
  const call = node.tag === undefined ? '' : node.tag.replace(/^!(?!Ref)/, '.Fn::').replace('!Ref', '.Ref');
  if (parent.kind === 'sequence') return `${parent.items.indexOf(node)}${call}`;
  const entry = parent.entries.find(({ key, value }) => key === node || value === node);
  return entry?.key === node ? `(${entry.key.text})` : `${entry?.key.text ?? ''}${call}`;
}
