import { Answers, sameItems } from '../incremental/facts.ts';
import type { MappingNode, SyntaxNode, SyntaxTree } from '../syntax/index.ts';
import type { Parameter, Resource, Template } from './template.ts';

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
  readonly #lists = new Map<ReadonlySet<string>, readonly Resource[]>();
  readonly #earlierLists: ReadonlyMap<ReadonlySet<string>, readonly Resource[]>;

  constructor(content: Content, before: TemplateVersion | undefined) {
    this.#content = content;
    this.lineage = before?.lineage ?? new Lineage();
    this.#earlierLists = before ? new Map([...before.#earlierLists, ...before.#lists]) : new Map();
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

  readonly ofTypes = (types: ReadonlySet<string>): readonly Resource[] =>
    this.lineage.whole.ask<readonly Resource[]>(this, types, (version) => version.#listOf(types));

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
