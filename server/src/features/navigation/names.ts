import type { Analysis } from '../../analysis/index.ts';
import type { Template } from '../../cloudformation/index.ts';
import { type Entry, entryOf, nodeAt, parentIn, type SyntaxNode, type SyntaxTree } from '../../syntax/index.ts';
import { type Offset, type Span, touches } from '../../text/span.ts';
import { type Mention, mentionsOf, type Namespace } from './mentions.ts';

/** The sections whose keys are names. */
const SECTIONS: Readonly<Record<string, Namespace>> = {
  Resources: 'value',
  Parameters: 'value',
  Conditions: 'condition',
  Mappings: 'mapping',
};

/** What a section declares. */
export function namespaceOf(section: string): Namespace | undefined {
  return Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined;
}

/** The characters of a name. */
export function spanOfName({ scalar, from, name }: Mention): Span {
  return scalar.spanOf(from, from + name.length);
}

/** The name at an offset, where it is declared or mentioned. */
export function nameAt({ tree, template }: Analysis, offset: Offset): Mention | undefined {
  const node = nodeAt(tree, offset);
  if (!template || node?.kind !== 'scalar') return undefined;
  const around = upwards(tree, node);
  const section = sectionsOf(template).find(({ value }) => value && around.has(value));
  const entry = entriesOf(section?.value).find(({ key, value }) => around.has(key) || (value && around.has(value)));
  if (!section || !entry) return undefined;
  const namespace = namespaceOf(section.key.text);
  if (entry.key === node) return namespace && { namespace, name: node.text, scalar: node, from: 0 };
  const here = mentionsOf(template, section.key.text, entry).filter(({ scalar }) => scalar === node);
  return here.find((mention) => touches(spanOfName(mention), offset));
}

/** Where a name is declared, with its section. */
export function declarationOf(
  template: Template,
  { namespace, name }: Pick<Mention, 'namespace' | 'name'>,
): { readonly section: string; readonly entry: Entry } | undefined {
  for (const { key, value } of sectionsOf(template)) {
    const entry = namespaceOf(key.text) === namespace ? entryOf(value, name) : undefined;
    if (entry) return { section: key.text, entry };
  }
  return undefined;
}

/** Every mention of the template. Under an alias or a merge key, a mention appears again. */
export function* mentionsIn(template: Template): Generator<Mention> {
  for (const { key, value } of sectionsOf(template)) {
    for (const entry of entriesOf(value)) yield* mentionsOf(template, key.text, entry);
  }
}

/** The mentions of a name, each once. */
export function mentionsOfName(template: Template, { namespace, name }: Pick<Mention, 'namespace' | 'name'>): readonly Mention[] {
  const byPlace = new Map<Offset, Mention>();
  for (const mention of mentionsIn(template)) {
    if (mention.name === name && mention.namespace === namespace) byPlace.set(spanOfName(mention).start, mention);
  }
  return [...byPlace.values()];
}

/** The sections of a template, those without a meaning included. */
export function sectionsOf({ tree }: Template): readonly Entry[] {
  return entriesOf(tree.root);
}

/** The entries of a mapping; none of anything else. */
export function entriesOf(node: SyntaxNode | undefined): readonly Entry[] {
  return node?.kind === 'mapping' ? node.entries : [];
}

function upwards(tree: SyntaxTree, start: SyntaxNode): ReadonlySet<SyntaxNode> {
  const line = new Set<SyntaxNode>();
  for (let node: SyntaxNode | undefined = start; node; node = parentIn(tree, node)) line.add(node);
  return line;
}
