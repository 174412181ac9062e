import type { Analysis } from '../../analysis/index.ts';
import { intrinsicOf, type Resource, type Template, toTemplate, withResources } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import { type PolicySite, policySitesOf, policySitesOfFile } from '../../policies/index.ts';
import { type Entry, type SyntaxNode, type TypedWord, typedWordAt, typedWordIn } from '../../syntax/index.ts';
import { encloses, type Offset } from '../../text/span.ts';

/**
 * The cursor and what is around it. The resource, the policy and the statement are read from the small document of the word, so they
 * are right even where the half-typed text spoils the whole one; what else there is in the template comes from the analysis.
 */
export interface Scene {
  readonly analysis: Analysis;
  readonly word: TypedWord;
  readonly role: 'key' | 'value';
  /** The word's node and all around it, from the inside out. */
  readonly around: readonly SyntaxNode[];
  /** The keys and indices that lead to the word; for a key to the mapping that it is in. */
  readonly path: readonly string[];
  /** The intrinsic function that has the word as its argument, or as an item of it: `Fn::Sub`. */
  readonly call: string | undefined;
  readonly template: Template | undefined;
  /** The resource that the cursor is in. */
  readonly resource: Resource | undefined;
  readonly site: PolicySite | undefined;
  readonly statement: Statement | undefined;
}

/** The scene at an offset; nothing in documents that are none of ours, and where no word can stand. */
export function sceneAt(analysis: Analysis, offset: Offset): Scene | undefined {
  const word = analysis.kind === 'none' ? undefined : typedWordAt(analysis.tree, offset);
  if (!word) return undefined;
  const small = analysis.template && toTemplate(word.tree);
  const { template } = analysis;
  const sites = small && template ? policySitesOf(withResources(template, small.resources)) : sitesOfFile(analysis, word);
  const outer = upwardsFrom(word.node);
  const resource = small && [...small.resources.values()].find(({ node }) => outer.includes(node));
  const inner = wordInString(word, sites);
  // In a string there are no intrinsic functions, so nothing of the template can be named.
  return inner ? scene(analysis, inner, sites, { resource }) : scene(analysis, word, sites, { resource, template });
}

function scene(
  analysis: Analysis,
  word: TypedWord,
  sites: readonly PolicySite[],
  { resource, template }: { readonly resource: Resource | undefined; readonly template?: Template | undefined },
): Scene {
  const around = upwardsFrom(word.node);
  const site = sites.find(({ document }) => around.includes(document.node));
  return {
    analysis,
    word,
    role: isKey(word.node) ? 'key' : 'value',
    around,
    path: around.flatMap(stepTo).reverse(),
    call: callAround(word.node),
    template,
    resource,
    site,
    statement: site?.document.statements.find(({ node }) => around.includes(node)),
  };
}

/** The word in a policy that is written as JSON in a string, when the cursor is in one. */
function wordInString(word: TypedWord, sites: readonly PolicySite[]): TypedWord | undefined {
  const embedded = sites.find(({ document }) => encloses(word.node.outerSpan, document.span));
  const root = embedded && upwardsFrom(embedded.document.node).at(-1);
  return root && typedWordIn(word, root);
}

function sitesOfFile({ template }: Analysis, { tree }: TypedWord): readonly PolicySite[] {
  return template ? [] : policySitesOfFile(tree);
}

function upwardsFrom(start: SyntaxNode): readonly SyntaxNode[] {
  const line: SyntaxNode[] = [];
  for (let node: SyntaxNode | undefined = start; node; node = node.parent) line.push(node);
  return line;
}

/** The entry of a mapping that a node is the key or the value of. */
export function entryWith(node: SyntaxNode): Entry | undefined {
  const { parent } = node;
  return parent?.kind === 'mapping' ? parent.entries.find(({ key, value }) => key === node || value === node) : undefined;
}

function isKey(node: SyntaxNode): boolean {
  return entryWith(node)?.key === node;
}

/** A condition of the template is passed over: what it gives stands in its place. */
function stepTo(node: SyntaxNode): readonly string[] {
  const { parent } = node;
  if (parent?.kind === 'sequence') return isIf(parent) ? [] : [String(parent.items.indexOf(node))];
  const entry = entryWith(node);
  return entry && entry.value === node && entry.key.text !== IF ? [entry.key.text] : [];
}

const IF = 'Fn::If';

function isIf(list: SyntaxNode): boolean {
  return intrinsicOf(list)?.name === IF || entryWith(list)?.key.text === IF;
}

function callAround(word: SyntaxNode): string | undefined {
  const direct = intrinsicOf(word)?.name;
  const { parent } = word;
  if (direct !== undefined || !parent) return direct;
  const call = intrinsicOf(parent) ?? (parent.parent && parent.kind === 'sequence' ? intrinsicOf(parent.parent) : undefined);
  return call && (call.argument === word || call.argument === parent) ? call.name : undefined;
}
