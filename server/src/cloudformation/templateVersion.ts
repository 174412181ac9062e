import { noted, sameItems } from '../incremental/facts.ts';
import type { MappingNode, SyntaxNode, SyntaxTree } from '../syntax/index.ts';
import type { Parameter, Resource, Template } from './template.ts';

/** What a template holds. */
type Content = Omit<Template, 'lineage' | 'revision' | 'ofTypes'>;

/** A template that notes what it is asked. */
export class TemplateVersion implements Template {
  readonly lineage: object;
  readonly revision: object = {};
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly conditions: ReadonlyMap<string, SyntaxNode>;
  readonly #content: Content;
  /** Lists that were asked for; those of the version before are given again where they are still the same. */
  readonly #lists = new Map<ReadonlySet<string>, readonly Resource[]>();
  readonly #earlierLists: ReadonlyMap<ReadonlySet<string>, readonly Resource[]>;

  constructor(content: Content, before: TemplateVersion | undefined) {
    this.#content = content;
    this.lineage = before?.lineage ?? {};
    this.#earlierLists = before ? new Map([...before.#earlierLists, ...before.#lists]) : new Map();
    this.resources = new NotedMap(this, 'resource', (version) => version.#content.resources);
    this.parameters = new NotedMap(this, 'parameter', (version) => version.#content.parameters);
    this.conditions = new NotedMap(this, 'condition', (version) => version.#content.conditions);
  }

  get tree(): SyntaxTree {
    return noted<TemplateVersion, SyntaxTree>(this, 'tree', (version) => version.#content.tree);
  }

  get usesSam(): boolean {
    return noted<TemplateVersion, boolean>(this, 'usesSam', (version) => version.#content.usesSam);
  }

  get mappings(): MappingNode | undefined {
    return noted<TemplateVersion, MappingNode | undefined>(this, 'mappings', (version) => version.#content.mappings);
  }

  get globals(): MappingNode | undefined {
    return noted<TemplateVersion, MappingNode | undefined>(this, 'globals', (version) => version.#content.globals);
  }

  get resourcesNode(): MappingNode | undefined {
    return noted<TemplateVersion, MappingNode | undefined>(this, 'resourcesNode', (version) => version.#content.resourcesNode);
  }

  get complete(): boolean {
    return noted<TemplateVersion, boolean>(this, 'complete', (version) => version.#content.complete);
  }

  readonly ofTypes = (types: ReadonlySet<string>): readonly Resource[] =>
    noted<TemplateVersion, readonly Resource[]>(this, types, (version) => version.#listOf(types));

  #listOf(types: ReadonlySet<string>): readonly Resource[] {
    const known = this.#lists.get(types);
    if (known) return known;
    const found = [...this.#content.resources.values()].filter(({ type }) => types.has(type));
    const earlier = this.#earlierLists.get(types);
    const list = earlier && sameItems(earlier, found) ? earlier : found;
    this.#lists.set(types, list);
    return list;
  }
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
  readonly #name: string;
  readonly #of: (version: TemplateVersion) => ReadonlyMap<string, V>;

  constructor(template: TemplateVersion, name: string, of: (version: TemplateVersion) => ReadonlyMap<string, V>) {
    this.#template = template;
    this.#name = name;
    this.#of = of;
  }

  get(key: string): V | undefined {
    return noted(this.#template, `${this.#name} ${key}`, (version) => this.#of(version).get(key));
  }

  has(key: string): boolean {
    return noted(this.#template, `${this.#name}? ${key}`, (version) => this.#of(version).has(key));
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
    return noted(this.#template, `all of ${this.#name}`, this.#of);
  }
}
