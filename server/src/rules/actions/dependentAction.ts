import { type ActionPlace, type Analysis, actionPlacesOf } from '../../analysis/index.ts';
import type { Template } from '../../cloudformation/index.ts';
import { matchesAction } from '../../iam/index.ts';
import { documentFact, fact } from '../../incremental/facts.ts';
import { type PolicySite, policySitesOf } from '../../policies/index.ts';
import { defineRule } from '../rule.ts';
import { policySubject } from '../support/policyWalk.ts';

/** An action that needs iam:PassRole, without it. */
export const dependentAction = defineRule<ActionPlace>({
  id: 'dependent-action',
  severity: 'hint',
  outcome: 'access-denied',
  docs: {
    summary: 'An action hands a role to a service, but the policy does not allow to pass one.',
    why: 'Creating a function, a state machine or a task gives it a role. AWS then also demands iam:PassRole on that role.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    aka: ['DEPENDENT_ACTION'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: lambda:CreateFunction
          # ^^^^^^^^^^^^^^^^^^^^^ lambda:CreateFunction hands a role
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: lambda:CreateFunction
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
  - Effect: Allow
    Action: iam:PassRole
    Resource: arn:aws:iam::123456789012:role/worker
`,
    ],
  },

  find: (analysis) => {
    const places = actionPlacesOf(analysis).filter((place) => handsOverRole(place));
    return places.length > 0 && !mayPassRole(analysis) ? places : [];
  },

  diagnose: ({ text, span, site }) => ({
    span,
    message: `${text} hands a role to the service, for which AWS also demands iam:PassRole on that role, and nothing here allows it. Allow it, limited to the role.`,
    subject: { ...(site ? policySubject(site) : {}), action: text, suggestion: PASS_ROLE },
  }),
});

const PASS_ROLE = 'iam:PassRole';

/**
 * Actions that always take a role. Those that may take one, such as ecs:RunTask for a task with a role, say nothing for certain.
 * Source: their entries in the Service Authorization Reference (dependent actions), and the required parameters in the API references
 */
const WITH_ROLE: ReadonlySet<string> = new Set([
  'backup:createbackupselection',
  'backup:startbackupjob',
  'codebuild:createproject',
  'config:putconfigurationrecorder',
  'elasticmapreduce:runjobflow',
  'glue:createjob',
  'lambda:createfunction',
  'pipes:createpipe',
  'sagemaker:createnotebookinstance',
  'sagemaker:createprocessingjob',
  'sagemaker:createtrainingjob',
  'scheduler:createschedule',
  'states:createstatemachine',
]);

function handsOverRole({ text, statement, site, negated }: ActionPlace): boolean {
  return !negated && statement?.effect === 'Allow' && site?.kind === 'identity' && WITH_ROLE.has(text.toLowerCase());
}

/** Whether any policy that can be seen may allow to pass a role, or a policy cannot all be seen. */
function mayPassRole({ template, policies }: Analysis): boolean {
  return template ? isPassedSomewhere(template) : policies.some(isPassedIn);
}

const isPassedSomewhere = documentFact((template: Template) =>
  policySitesOf(template).some((site) => isPassedAt(template, site)),
);

const isPassedAt = fact((_: Template, site: PolicySite) => isPassedIn(site));

function isPassedIn({ kind, document: { statements, complete } }: PolicySite): boolean {
  if (kind !== 'identity') return false;
  const allows = statements.filter(({ effect }) => effect !== 'Deny');
  return !complete || allows.some(({ actions }) => !actions || matchesAction(actions, PASS_ROLE) !== 'no');
}
