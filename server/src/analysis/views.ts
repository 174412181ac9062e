import type { Resource, Template } from '../cloudformation/index.ts';
import {
  type PermissionGraph,
  type PermissionIndex,
  permissionGraphAt,
  permissionGraphOf,
  permissionIndexOf,
} from '../lambda/index.ts';
import { type PolicySite, policySitesAt, policySitesOf } from '../policies/index.ts';
import type { SyntaxTree } from '../syntax/index.ts';
import type { SourceText, SyntaxProblem } from '../text/sourceText.ts';
import type { Analysis, DocumentKind, Knowledge } from './analysis.ts';

/** All of a template. */
export function viewOfTemplate(template: Template, knowledge: Knowledge, problems: readonly SyntaxProblem[] = []): Analysis {
  return new View(template, knowledge, problems, {
    resources: () => [...template.resources.values()],
    policies: () => policySitesOf(template),
    permissions: () => permissionGraphOf(template, knowledge),
  });
}

/** One resource, with the policies and permissions that are its own. The whole template is there to look things up in. */
export function viewOfResource(template: Template, resource: Resource, knowledge: Knowledge): Analysis {
  return new View(template, knowledge, [], {
    resources: () => [resource],
    policies: () => policySitesAt(template, resource),
    permissions: () => permissionGraphAt(template, resource, knowledge),
  });
}

/** What of a template is looked at. */
interface Part {
  readonly resources: () => readonly Resource[];
  readonly policies: () => readonly PolicySite[];
  readonly permissions: () => PermissionGraph;
}

/**
 * Nothing is worked out before it is asked for, and what is asked is noted (see `incremental/`): once, so that a view is good for one piece
 * of work only.
 */
class View implements Analysis {
  readonly template: Template;
  readonly knowledge: Knowledge;
  readonly problems: readonly SyntaxProblem[];
  readonly whole: PermissionIndex;
  readonly #part: Part;
  #resources: readonly Resource[] | undefined;
  #policies: readonly PolicySite[] | undefined;
  #permissions: PermissionGraph | undefined;

  constructor(template: Template, knowledge: Knowledge, problems: readonly SyntaxProblem[], part: Part) {
    this.template = template;
    this.knowledge = knowledge;
    this.problems = problems;
    this.whole = permissionIndexOf(template, knowledge);
    this.#part = part;
  }

  get tree(): SyntaxTree {
    return this.template.tree;
  }

  get source(): SourceText {
    return this.tree.source;
  }

  get kind(): DocumentKind {
    return this.template.usesSam ? 'sam' : 'cloudformation';
  }

  get resources(): readonly Resource[] {
    this.#resources ??= this.#part.resources();
    return this.#resources;
  }

  get policies(): readonly PolicySite[] {
    this.#policies ??= this.#part.policies();
    return this.#policies;
  }

  get permissions(): PermissionGraph {
    this.#permissions ??= this.#part.permissions();
    return this.#permissions;
  }
}
