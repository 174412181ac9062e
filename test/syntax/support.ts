import type { SyntaxNode, SyntaxTree } from '../../server/src/syntax/index.ts';
import { childAt, parse, sourceText } from '../../server/src/syntax/index.ts';
import { settledNode } from '../../server/src/syntax/settled.ts';
import type { LanguageId } from '../../server/src/text/sourceText.ts';
import type { Span } from '../../server/src/text/span.ts';

/** A document as plain data: pairs instead of objects, so that repeated keys show; tags as `[tag, value]`. */
export function plain(node: SyntaxNode | undefined): unknown {
  if (!node) return undefined;
  const value = untagged(node);
  return node.tag === undefined ? value : [node.tag, value];
}

function untagged(node: SyntaxNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
}

export function tree(text: string, languageId?: LanguageId): SyntaxTree {
  return parse(sourceText('file:///t', text, 0, languageId)).value;
}

export function read(text: string, languageId?: LanguageId): unknown {
  return plain(tree(text, languageId).root);
}

/** The problems as `code: characters`. */
export function problemsIn(text: string, languageId?: LanguageId): readonly string[] {
  const { problems } = parse(sourceText('file:///t', text, 0, languageId));
  return problems.map(({ code, span }) => `${code}: ${characters(text, span)}`);
}

export function characters(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The scalar at the path, which must be one. */
export function scalarAt(text: string, ...path: readonly string[]) {
  const node = childAt(tree(text).root, ...path);
  if (node?.kind !== 'scalar') throw new Error(`no scalar at ${path.join('.')}`);
  return node;
}

/** Every node as one line, with all that the interface shows of it. */
export function outline(node: SyntaxNode | undefined, inText = (span: Span): Span => span, depth = 0): readonly string[] {
  if (!node) return [`${depth} nothing`];
  const shown = (span: Span): string => `${inText(span).start}-${inText(span).end}`;
  const place = `${depth} ${node.kind} ${shown(node.span)} ${shown(node.outerSpan)} ${node.tag ?? ''}`;
  if (node.kind === 'scalar') {
    const { style, value, text } = node;
    const spans = [node.spanOf(0, text.length), node.spanOf(text.length - 1, text.length)].map(shown);
    return [`${place} ${style} ${JSON.stringify([value, text])} ${spans}`];
  }
  const children =
    node.kind === 'sequence'
      ? node.items.flatMap((item) => outline(item, inText, depth + 1))
      : node.entries.flatMap(({ key, value, span }) => [
          shown(span),
          ...outline(key, inText, depth + 1),
          ...outline(value, inText, depth + 1),
        ]);
  return [`${place} ${node.flow}`, ...children];
}

/** The keys and indices that lead from the root to the node, as `Resources.Fn.Properties.Policies.0`. */
export function pathOf(tree: SyntaxTree, node: SyntaxNode): readonly string[] {
  const steps: string[] = [];
  let at: SyntaxNode = settledNode(tree, node);
  for (let { parent } = at; parent; at = parent, { parent } = at) steps.push(stepTo(at, parent));
  return steps.reverse();
}

function stepTo(node: SyntaxNode, parent: SyntaxNode): string {
  if (parent.kind === 'sequence') return String(parent.items.indexOf(node));
  const entry = parent.kind === 'mapping' ? parent.entries.find(({ value }) => value === node) : undefined;
  return entry?.key.text ?? '';
}
