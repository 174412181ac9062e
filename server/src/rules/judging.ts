import { type Analysis, type Knowledge, viewOfResource, viewOfTemplate } from '../analysis/index.ts';
import type { Resource, Template } from '../cloudformation/index.ts';
import { factGiven } from '../incremental/facts.ts';
import { PERMISSION_TYPES } from '../lambda/index.ts';
import type { Judgement, RuleModule } from './rule.ts';

/** What some rules say, and which of them failed: those say nothing. */
export interface Verdicts {
  readonly judgements: readonly Judgement[];
  readonly crashes: readonly Crash[];
}

export interface Crash {
  readonly ruleId: string;
  readonly error: unknown;
}

/** Rules with the knowledge that they are asked with. The same object whenever the same is asked, so that what they said can be kept. */
interface Bench {
  readonly rules: readonly RuleModule[];
  readonly knowledge: Knowledge;
}

interface ResourceBench {
  readonly rulesAbout: RulesAbout;
  readonly knowledge: Knowledge;
}

/** Those that have something to say of a resource of some type, which holds policies or not. The same list whenever the same is asked. */
type RulesAbout = (type: string, holdsPolicies: boolean) => readonly RuleModule[];

interface Court {
  readonly perResource: ResourceBench;
  /** One for each rule: those that ask little are asked again seldom. */
  readonly perDocument: readonly Bench[];
}

const courts = new WeakMap<readonly RuleModule[], WeakMap<Knowledge, Court>>();

/**
 * What the rules say of a document. In a template, what they said of a resource is kept from version to version as long as nothing that
 * they asked has changed.
 */
export function judge(rules: readonly RuleModule[], analysis: Analysis): readonly Verdicts[] {
  const { template } = analysis;
  if (!template) return [ask(rules, analysis)];
  const { perResource, perDocument } = courtOf(rules, analysis.knowledge);
  const ofResources = analysis.resources.map((resource) => verdictsOnResource(template, resource, perResource));
  const ofDocument = perDocument.map((bench) => verdictsOnDocument(template, template.lineage, bench));
  return [...ofResources, ...ofDocument, ask(rules.filter(readsText), analysis)];
}

const readsText = ({ scope }: RuleModule): boolean => scope === 'text';

const verdictsOnResource = factGiven((template: Template, resource: Resource, { rulesAbout, knowledge }: ResourceBench) => {
  const view = viewOfResource(template, resource, knowledge);
  return ask(rulesAbout(resource.type, view.policies.length > 0), view);
});

const verdictsOnDocument = factGiven((template: Template, _lineage: object, { rules, knowledge }: Bench) =>
  ask(rules, viewOfTemplate(template, knowledge)),
);

function courtOf(rules: readonly RuleModule[], knowledge: Knowledge): Court {
  const known = courts.get(rules) ?? new WeakMap<Knowledge, Court>();
  courts.set(rules, known);
  const court = known.get(knowledge) ?? {
    perResource: { rulesAbout: chosenByType(rules), knowledge },
    perDocument: rules.filter(({ scope }) => scope === 'document').map((rule) => ({ rules: [rule], knowledge })),
  };
  known.set(knowledge, court);
  return court;
}

function chosenByType(rules: readonly RuleModule[]): RulesAbout {
  const withPolicies = new Map<string, readonly RuleModule[]>();
  const without = new Map<string, readonly RuleModule[]>();
  return (type, holdsPolicies) => {
    const chosen = holdsPolicies ? withPolicies : without;
    const known = chosen.get(type);
    if (known) return known;
    const found = rules.filter((rule) => isAbout(rule, type, holdsPolicies));
    chosen.set(type, found);
    return found;
  };
}

function isAbout({ scope, types }: RuleModule, type: string, holdsPolicies: boolean): boolean {
  switch (scope) {
    case 'policy':
      return holdsPolicies;
    case 'permission':
      return PERMISSION_TYPES.has(type);
    case 'grant':
      return holdsPolicies || PERMISSION_TYPES.has(type);
    case 'resource':
      return types.has(type);
    default:
      return false;
  }
}

function ask(rules: readonly RuleModule[], view: Analysis): Verdicts {
  const crashes: Crash[] = [];
  const judgements: Judgement[] = [];
  for (const rule of rules) {
    try {
      for (const judgement of rule.check(view)) judgements.push(judgement);
    } catch (error) {
      crashes.push({ ruleId: rule.id, error });
    }
  }
  return { judgements, crashes };
}
