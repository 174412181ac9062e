import { argumentItems, evaluate, intrinsicOf, type Scope, substitute, type Template } from '../../cloudformation/index.ts';
import { literal, type SymbolicString } from '../../symbolic/index.ts';
import { child, parseEmbedded, type ScalarNode, type SyntaxNode } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import { type Place, placesAt, siblingOf, type Test } from './places.ts';
import type { Sighting, TriggerRow } from './row.ts';

/** A JSON or YAML document that a property's text holds. */
export interface EmbeddedText {
  readonly root: SyntaxNode;
  /** What a scalar of the document stands for, its `${…}` filled in where the text is given to `Fn::Sub`. */
  readonly textOf: (node: ScalarNode) => SymbolicString;
}

/** The document in a text, in a plain one or in that of `Fn::Sub`; `undefined` when there is none that can be read. */
export function embeddedText(node: SyntaxNode, template: Template): EmbeddedText | undefined {
  const call = intrinsicOf(node);
  if (call && call.name !== 'Fn::Sub') return undefined;
  const [text, variables] = (call && argumentItems(call)) ?? [call?.argument ?? node];
  const root = text?.kind === 'scalar' ? parseEmbedded(text)?.root : undefined;
  if (!root) return undefined;
  if (!call) return { root, textOf: (scalar) => literal(scalar.text, scalar.span) };
  const scope: Scope = { template, bindings: bindingsOf(variables, template) };
  return { root, textOf: (scalar) => substitute(scalar.text, scope, scalar.span) };
}

/** The values that a mapping gives to names. */
export function bindingsOf(node: SyntaxNode | undefined, template: Template): ReadonlyMap<string, SymbolicString> {
  const entries = node?.kind === 'mapping' ? node.entries : [];
  return new Map(entries.flatMap(({ key, value }) => (value ? [[key.text, evaluate(value, { template })] as const] : [])));
}

const MOST_NODES = 20_000;

interface TextSpec {
  readonly at: string;
  readonly key: string;
  readonly role?: string;
  readonly when?: Test;
}

/** Finds functions that a document in a property's text names under a key, wherever in it. */
export function inText(spec: TextSpec): TriggerRow['find'] {
  return (resource, template) =>
    placesAt(resource, template, spec.at).flatMap((place) => {
      if (spec.when?.(place) === false) return [];
      const text = embeddedText(place.node, template);
      const role = spec.role === undefined ? undefined : siblingOf(place, spec.role);
      return text ? valuesUnder(text.root, spec.key).flatMap((node) => sightingOf(node, text, place, role)) : [];
    });
}

function sightingOf(node: ScalarNode, text: EmbeddedText, place: Place, role: SyntaxNode | undefined): readonly Sighting[] {
  const target = functionReference(text.textOf(node), place.template);
  return target.logicalId === undefined ? [] : [{ node, target, property: place.property, guard: place.guard, role }];
}

function valuesUnder(root: SyntaxNode, key: string): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  const queue: SyntaxNode[] = [root];
  for (let i = 0; i < queue.length && i < MOST_NODES; i++) {
    const node = queue[i];
    const value = child(node, key);
    if (value?.kind === 'scalar') found.push(value);
    if (node?.kind === 'sequence') queue.push(...node.items);
    if (node?.kind === 'mapping') queue.push(...node.entries.flatMap((entry) => entry.value ?? []));
  }
  return found;
}
