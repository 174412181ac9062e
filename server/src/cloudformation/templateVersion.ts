import { Answers, sameItems } from '../incremental/facts.ts';
import type { MappingNode, SyntaxNode, SyntaxTree } from '../syntax/index.ts';
import type { Parameter, Resource, Template, Types } from './template.ts';

/** What a template holds. */
type Content = Omit<Template, 'lineage' | 'revision' | 'ofTypes'>;

/** What a template was asked in all its versions. */
class Lineage {
  readonly whole = new Answers<TemplateVersion>();
  readonly resources = new MapAnswers();
  readonly parameters = new MapAnswers();
  readonly conditions = new MapAnswers();
}

class MapAnswers {
  readonly whole = new Answers<TemplateVersion>();
  readonly entries = new Answers<TemplateVersion>();
  readonly keys = new Answers<TemplateVersion>();
}

/** A template that notes what it is asked. */
export class TemplateVersion implements Template {
  readonly lineage: Lineage;
  readonly revision: object = {};
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly conditions: ReadonlyMap<string, SyntaxNode>;
  readonly #content: Content;
  /** Lists that were asked for; those of the version before are given again where they are still the same. */
  readonly #lists = new Map<Types, readonly Resource[]>();
  readonly #earlierLists: ReadonlyMap<Types, readonly Resource[]>;
  readonly #changedTypes: ReadonlySet<string> | undefined;

  constructor(content: Content, before: TemplateVersion | undefined) {
    this.#content = content;
    this.lineage = before?.lineage ?? new Lineage();
    this.#earlierLists = before ? new Map([...before.#earlierLists, ...before.#lists]) : new Map();
    this.#changedTypes = before && changedTypes(before.#content.resources, content.resources);
    this.resources = new NotedMap(this, this.lineage.resources, (version) => version.#content.resources);
    this.parameters = new NotedMap(this, this.lineage.parameters, (version) => version.#content.parameters);
    this.conditions = new NotedMap(this, this.lineage.conditions, (version) => version.#content.conditions);
  }

  get tree(): SyntaxTree {
    return this.lineage.whole.ask<SyntaxTree>(this, 'tree', (version) => version.#content.tree);
  }

  get usesSam(): boolean {
    return this.lineage.whole.ask<boolean>(this, 'usesSam', (version) => version.#content.usesSam);
  }

  get mappings(): MappingNode | undefined {
    return this.lineage.whole.ask<MappingNode | undefined>(this, 'mappings', (version) => version.#content.mappings);
  }

  get globals(): MappingNode | undefined {
    return this.lineage.whole.ask<MappingNode | undefined>(this, 'globals', (version) => version.#content.globals);
  }

  get resourcesNode(): MappingNode | undefined {
    return this.lineage.whole.ask<MappingNode | undefined>(this, 'resourcesNode', (version) => version.#content.resourcesNode);
  }

  get complete(): boolean {
    return this.lineage.whole.ask<boolean>(this, 'complete', (version) => version.#content.complete);
  }

  readonly ofTypes = (types: Types): readonly Resource[] =>
    this.lineage.whole.ask<readonly Resource[]>(this, types, (version) => version.#listOf(types));

  #listOf(types: Types): readonly Resource[] {
    const known = this.#lists.get(types);
    if (known) return known;
    const earlier = this.#earlierLists.get(types);
    const list = earlier && this.#hasKept(types) ? earlier : this.#newList(types, earlier);
    this.#lists.set(types, list);
    return list;
  }

  /** Whether the resources of some types are certainly those of the version before. */
  #hasKept(types: Types): boolean {
    if (!this.#changedTypes) return false;
    for (const type of this.#changedTypes) if (types.has(type)) return false;
    return true;
  }

  #newList(types: Types, earlier: readonly Resource[] | undefined): readonly Resource[] {
    const found = [...this.#content.resources.values()].filter(({ type }) => types.has(type));
    return earlier && sameItems(earlier, found) ? earlier : found;
  }
}

/** The types of the resources that are others than before; `undefined` where some came, went or moved. */
function changedTypes(
  before: ReadonlyMap<string, Resource>,
  now: ReadonlyMap<string, Resource>,
): ReadonlySet<string> | undefined {
  if (before.size !== now.size) return undefined;
  const changed = new Set<string>();
  const others = before.values();
  for (const resource of now.values()) {
    const { value: other } = others.next();
    if (other === resource) continue;
    if (other?.logicalId !== resource.logicalId) return undefined;
    changed.add(other.type).add(resource.type);
  }
  return changed;
}

/** The template with other resources than its own: with those of a text in which one of them is being typed. */
export function withResources(template: Template, resources: ReadonlyMap<string, Resource>): Template {
  const { tree, usesSam, parameters, conditions, mappings, globals, resourcesNode, complete } = template;
  const content = { tree, usesSam, resources, parameters, conditions, mappings, globals, resourcesNode, complete };
  return new TemplateVersion(content, undefined);
}

/** A map that notes which of its entries it was asked for. Whoever goes through all of it has asked for all. */
class NotedMap<V> implements ReadonlyMap<string, V> {
  readonly #template: TemplateVersion;
  readonly #answers: MapAnswers;
  readonly #of: (version: TemplateVersion) => ReadonlyMap<string, V>;

  constructor(template: TemplateVersion, answers: MapAnswers, of: (version: TemplateVersion) => ReadonlyMap<string, V>) {
    this.#template = template;
    this.#answers = answers;
    this.#of = of;
  }

  get(key: string): V | undefined {
    return this.#answers.entries.ask(this.#template, key, (version) => this.#of(version).get(key));
  }

  has(key: string): boolean {
    return this.#answers.keys.ask(this.#template, key, (version) => this.#of(version).has(key));
  }

  get size(): number {
    return this.#all().size;
  }

  keys(): MapIterator<string> {
    return this.#all().keys();
  }

  values(): MapIterator<V> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, V]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.#all()) visit(value, key, this);
  }

  #all(): ReadonlyMap<string, V> {
    return this.#answers.whole.ask(this.#template, 'all', this.#of);
  }
}
