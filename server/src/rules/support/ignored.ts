import type { Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import { onceFor } from '../../incremental/once.ts';
import { addressed, childAt, itemsOf, literalText, nodeAt, type ScalarNode } from '../../syntax/index.ts';
import { lineIndexOf } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';

/** A comment that silences rules on its own line and on the line below. */
export interface IgnoreComment {
  readonly line: number;
  /** From its sign to the end of the line, the reason included. In addresses, as all spans. */
  readonly span: Span;
  /** The ids that it names, in their order. */
  readonly ids: readonly { readonly id: string; readonly span: Span }[];
}

/** An id in the metadata of a resource that silences a rule in it. */
export interface IgnoredInMetadata {
  readonly id: string;
  readonly node: ScalarNode;
  readonly resource: Resource;
}

/** Behind the ids stands the reason; a word behind a comma that has no hyphen, as every id has, belongs to it. */
const COMMENT = /(?:#|\/\/)[ \t]*lambda-iam-ignore[ \t]+([a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-]))*)[^\r\n]*/g;

/** Every comment that silences rules. */
export const ignoreCommentsOf: (analysis: Analysis) => readonly IgnoreComment[] = onceFor(({ source, tree }) => {
  if (!source.text.includes('lambda-iam-ignore')) return [];
  const lines = lineIndexOf(source);
  return Array.from(source.text.matchAll(COMMENT), ({ 0: text, 1: ids = '', index }) => {
    const start = index + text.indexOf(ids, text.indexOf('lambda-iam-ignore') + 'lambda-iam-ignore'.length);
    return {
      line: lines.positionAt(index).line,
      span: addressed(tree, { start: index, end: index + text.trimEnd().length }),
      ids: Array.from(ids.matchAll(/[a-z0-9-]+/g), ({ 0: id, index: at }) => ({
        id,
        span: addressed(tree, { start: start + at, end: start + at + id.length }),
      })),
    };
    // What looks like one inside a text is none.
  }).filter(({ span }) => nodeAt(tree, span.start + 1)?.kind !== 'scalar');
});

/** Every id in the metadata of resources that silences a rule. */
export const ignoredInMetadata: (analysis: Analysis) => readonly IgnoredInMetadata[] = onceFor(({ source, template }) => {
  if (!source.text.includes('lambda-iam')) return [];
  return [...(template?.resources.values() ?? [])].flatMap((resource) =>
    itemsOf(childAt(resource.node, 'Metadata', 'lambda-iam', 'ignore')).flatMap((node) => {
      const id = literalText(node);
      return id !== undefined && node.kind === 'scalar' ? [{ id, node, resource }] : [];
    }),
  );
});
