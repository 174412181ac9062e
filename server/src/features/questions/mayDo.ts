import type { Analysis } from '../../analysis/index.ts';
import { code } from '../describe/markdown.ts';
import { actionsAsked } from './actionAsked.ts';
import type { Answer, Misunderstanding } from './answer.ts';
import type { Asking } from './judge.ts';
import { aboutOneAction } from './oneAction.ts';
import { nameOf, resourceAsked } from './resourceAsked.ts';
import { aboutActions } from './severalActions.ts';
import { servicesOf } from './suggestions.ts';

/** "Can this function do that?" */
export interface MayDoQuestion {
  /** The logical id. */
  readonly function: string;
  /** An action, a pattern with `*`, or the name of an API operation. */
  readonly action: string;
  /** A logical id with what follows in the ARN, or an ARN; absent for any resource. */
  readonly resource?: string | undefined;
}

const NOTE =
  'Not judged: policies of the organization, which may take it away, and the key of AWS KMS by which the resource may be encrypted: that takes ' +
  'permissions of its own.';

/**
 * Whether a function of the template may do something, with the statement that decides it and, where nothing allows it, the grant that
 * would. What the file does not say is `depends`, never `no`.
 */
export function mayDo(analysis: Analysis, question: MayDoQuestion): Answer | Misunderstanding {
  const { template, permissions, knowledge } = analysis;
  const owner = permissions.functions.find(({ fn }) => fn.logicalId === question.function);
  if (!template || !owner) return { problem: `The template has no function ${code(question.function)}.` };
  const actions = actionsAsked(question.action, knowledge.iam, servicesOf(analysis));
  if ('problem' in actions) return actions;
  const resource = resourceAsked(question.resource, template);
  if ('problem' in resource) return resource;
  const asking: Asking = { owner, analysis, template };
  const [only, ...others] = actions.ids;
  const answer =
    only !== undefined && others.length === 0 ? aboutOneAction(only, resource, asking) : aboutActions(actions, resource, asking);
  const on = resource.kind === 'any' ? '' : ` on ${nameOf(resource)}`;
  return {
    ...answer,
    note: NOTE,
    title: `Can ${owner.fn.logicalId} do ${actions.name}${on}?`,
    summary: actions.remark === undefined ? answer.summary : `${answer.summary} ${actions.remark}`,
  };
}
