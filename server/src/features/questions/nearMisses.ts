import { canonical } from '../../cloudformation/index.ts';
import { closestActions, type IamKnowledge, matchesAction, matchesResource } from '../../iam/index.ts';
import type { Grant } from '../../lambda/index.ts';
import { display, knownText, type SymbolicString } from '../../symbolic/index.ts';
import { code } from '../describe/markdown.ts';
import type { Block, Line } from './answer.ts';
import { grantTeller, holderOf } from './deciders.ts';
import type { Asking } from './judge.ts';
import type { Target } from './resourceAsked.ts';

/**
 * What a role that lacks an action has instead on the same thing: statements whose conditions are not met, names that stand for nothing and
 * mean the action, and what else of the service it allows there.
 */
export function nearMissBlocks(id: string, target: Target, asking: Asking): readonly Block[] {
  const { owner, analysis } = asking;
  const tell = grantTeller(holderOf(owner), analysis);
  const lines = owner.role.grants
    .filter((grant) => isAboutService(grant, id) && mayBeOn(grant, target, asking))
    .map((grant) => ({ grant, line: tell(grant), slips: slipsIn(grant, id, analysis.knowledge.iam), isUnmet: names(grant, id) }));
  const close = lines.flatMap(({ line: { text, place }, slips, isUnmet }): readonly Line[] => {
    if (isUnmet) return [{ text: `${text}; what this call carries does not meet that`, place }];
    return slips.map((slip) => ({ text: slip, place }));
  });
  const others = lines.filter(({ grant, slips, isUnmet }) => !isUnmet && slips.length === 0 && grant.source !== 'managed-policy');
  return [
    { heading: 'What comes close', lines: close },
    { heading: 'What it may do there', lines: target.resource ? others.map(({ line }) => line) : [] },
  ];
}

/** Whether the statement is about the action: then its conditions keep it from allowing it. */
function names({ statement: { actions } }: Grant, id: string): boolean {
  return actions !== undefined && matchesAction(actions, id) === 'yes';
}

function isAboutService({ statement: { effect, actions } }: Grant, id: string): boolean {
  if (effect !== 'Allow' || !actions || actions.negated) return false;
  const service = id.slice(0, id.indexOf(':') + 1).toLowerCase();
  return actions.values.some(({ value }) => display(value).toLowerCase().startsWith(service));
}

function mayBeOn({ statement: { resources } }: Grant, { on }: Target, { template }: Asking): boolean {
  const spelled = (value: SymbolicString): SymbolicString => canonical(value, template);
  return resources !== undefined && matchesResource(resources, spelled(on), { canonical: spelled }) !== 'no';
}

/** Names of operations and misspelt names for which the action is what is meant. */
function slipsIn({ statement: { actions } }: Grant, id: string, iam: IamKnowledge): readonly string[] {
  return (actions?.values ?? [])
    .flatMap(({ value }) => knownText(value) ?? [])
    .filter((name) => !/[*?]/.test(name) && !iam.hasAction(name) && !iam.isLegacyAction(name) && meantBy(name, iam).includes(id))
    .map((name) => `A statement names ${code(name)}, which is no action and allows nothing; ${code(id)} is what is meant`);
}

function meantBy(name: string, iam: IamKnowledge): readonly string[] {
  return iam.operation(name)?.actions ?? closestActions(iam, name, 1);
}
