import type { Analysis } from '../../analysis/index.ts';
import { intrinsicOf, type Resource, resourceAround } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import { type Entry, nodeAt, parentIn, type SyntaxNode, type SyntaxTree } from '../../syntax/index.ts';
import { encloses, type Offset, type Span } from '../../text/span.ts';

/** Where an offset lies: the word there and all that is around it, found without a walk through the document. */
export interface Spot {
  readonly analysis: Analysis;
  readonly offset: Offset;
  /** The innermost node. */
  readonly node: SyntaxNode;
  /** The collection that the node stands in. */
  readonly parent: SyntaxNode | undefined;
  /** The node and all around it, from the inside out; for a policy in a string also what the string stands in. */
  readonly around: ReadonlySet<SyntaxNode>;
  /** The entry whose key the node is. */
  readonly entry: Entry | undefined;
  readonly resource: Resource | undefined;
  readonly site: PolicySite | undefined;
  readonly statement: Statement | undefined;
}

/** The place of an offset; `undefined` where no word is. */
export function spotAt(analysis: Analysis, offset: Offset): Spot | undefined {
  const outer = nodeAt(analysis.tree, offset);
  if (!outer) return undefined;
  const resource = analysis.template && resourceAround(outer, analysis.template);
  const sites = analysis.policies.filter(({ owner }) => !resource || owner?.logicalId === resource.logicalId);
  const node = innerNode(outer, sites, analysis, offset);
  const { tree } = analysis;
  const around = new Set(node === outer ? upwardsFrom(outer, tree) : [...upwardsFrom(node, tree), ...upwardsFrom(outer, tree)]);
  const placed = statementAround(around, sites);
  const site = placed?.site ?? sites.find(({ document }) => around.has(document.node));
  const parent = parentIn(tree, node);
  return {
    analysis,
    offset,
    node,
    parent,
    around,
    entry: entryOfKey(node, parent),
    resource,
    site,
    statement: placed?.statement,
  };
}

/** Whether the spot is in a node, or is the node. */
export function isIn({ around }: Spot, node: SyntaxNode | undefined): boolean {
  return node !== undefined && around.has(node);
}

/** Whether the spot is in the value of an entry, or at its key. */
export function isAtEntry(spot: Spot, entry: Entry | undefined): boolean {
  return entry !== undefined && (spot.node === entry.key || isIn(spot, entry.value));
}

/** The entry of the nearest mapping that the spot is in, key or value; further out for each `up`. */
export function entryAround({ around, analysis }: Spot, up = 0): Entry | undefined {
  const steps = [...around].flatMap((node) => {
    const parent = parentIn(analysis.tree, node);
    if (parent?.kind !== 'mapping') return [];
    return parent.entries.find(({ key, value }) => key === node || value === node) ?? [];
  });
  return steps[up];
}

/** The property directly below `Properties` at whose key the spot is, or in whose value, where that is a word or an expression. */
export function propertyEntryAt({ around, node, resource }: Spot): Entry | undefined {
  const properties = resource?.properties;
  const inside = [...around].find(({ parent }) => parent !== undefined && parent === properties);
  const entry = inside && properties?.entries.find(({ key, value }) => key === inside || value === inside);
  if (!entry || node === entry.key) return entry;
  return entry.value?.kind === 'scalar' || (entry.value && intrinsicOf(entry.value)) ? entry : undefined;
}

/** The characters of a word: without its quotes, but with a tag. */
export function wordSpan(node: SyntaxNode): Span {
  return node.kind === 'scalar' && node.tag === undefined ? node.spanOf(0, node.text.length) : node.outerSpan;
}

function upwardsFrom(start: SyntaxNode, tree: SyntaxTree): readonly SyntaxNode[] {
  const line: SyntaxNode[] = [];
  for (let node: SyntaxNode | undefined = start; node; node = parentIn(tree, node)) line.push(node);
  return line;
}

function entryOfKey(node: SyntaxNode, parent: SyntaxNode | undefined): Entry | undefined {
  return parent?.kind === 'mapping' ? parent.entries.find(({ key }) => key === node) : undefined;
}

/** The node in a policy that is written as JSON in a string, when the spot is in one. */
function innerNode(outer: SyntaxNode, sites: readonly PolicySite[], { tree }: Analysis, offset: Offset): SyntaxNode {
  if (outer.kind !== 'scalar') return outer;
  const embedded = sites.find(({ document }) => encloses(outer.outerSpan, document.span));
  const root = embedded && upwardsFrom(embedded.document.node, tree).at(-1);
  return (root && nodeAt({ source: tree.source, root }, offset)) ?? outer;
}

function statementAround(
  around: ReadonlySet<SyntaxNode>,
  sites: readonly PolicySite[],
): { readonly site: PolicySite; readonly statement: Statement } | undefined {
  for (const site of sites) {
    const statement = site.document.statements.find(({ node }) => around.has(node));
    if (statement) return { site, statement };
  }
  return undefined;
}
