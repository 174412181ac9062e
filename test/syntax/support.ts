import type { SyntaxNode, SyntaxTree } from '../../server/src/syntax/index.ts';
import { childAt, parse, sourceText } from '../../server/src/syntax/index.ts';
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
export function outline(node: SyntaxNode | undefined, depth = 0): readonly string[] {
  if (!node) return [`${depth} nothing`];
  const place = `${depth} ${node.kind} ${node.span.start}-${node.span.end} ${node.outerSpan.start} ${node.tag ?? ''}`;
  if (node.kind === 'scalar') return [`${place} ${node.style} ${JSON.stringify([node.value, node.text])} ${spansOf(node)}`];
  const children =
    node.kind === 'sequence'
      ? node.items.flatMap((item) => outline(item, depth + 1))
      : node.entries.flatMap(({ key, value, span }) => [
          `${span.start}-${span.end}`,
          ...outline(key, depth + 1),
          ...outline(value, depth + 1),
        ]);
  return [`${place} ${node.flow}`, ...children];
}

function spansOf(node: SyntaxNode & { readonly kind: 'scalar' }): string {
  const whole = node.spanOf(0, node.text.length);
  const last = node.spanOf(node.text.length - 1, node.text.length);
  return `${whole.start}-${whole.end} ${last.start}-${last.end}`;
}
