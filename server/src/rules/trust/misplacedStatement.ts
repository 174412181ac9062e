import type { Analysis } from '../../analysis/index.ts';
import { textSpan } from '../../analysis/index.ts';
import type { Outcome, Severity } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { type Misplaced, misplacedOf } from '../support/misplaced.ts';
import { misplacedFixes } from '../support/misplacedFix.ts';
import { policySubject, statementsOf } from '../support/policyWalk.ts';

/** A statement that belongs into a policy of another kind: execution role, resource-based or trust policy. */
export const misplacedStatement = defineRule<Misplaced>({
  id: 'misplaced-statement',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A statement stands in a policy of the wrong kind.',
    why:
      'There are three kinds. The policies of a role (an execution role) say what its owner may do, and have no Principal. A resource-based ' +
      'policy says who may use the resource that it is attached to. A trust policy says who may assume a role, and knows no other action. ' +
      'A statement in the wrong one is refused, or lets nobody do anything.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
    aka: ['UNSUPPORTED_PRINCIPAL', 'MISSING_PRINCIPAL', 'MALFORMED', 'E3510', 'unexpected_principal'],
    bad: [
      `Resources:
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: lambda:InvokeFunction
            #       ^^^^^^^^^^^^^^^^^^^^^ lambda:InvokeFunction has no place in the trust policy of WorkerRole
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: { Service: lambda.amazonaws.com }
#               ^^^^^^^^^ Principal has no place in a policy of WorkerRole
                Action: s3:GetObject
                Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Resources:
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      const found = misplacedOf(placed, analysis);
      if (found) yield found;
    }
  },

  diagnose: (found, analysis) => ({
    span: spanOf(found),
    message: messageOf(found),
    subject: {
      ...policySubject(found.site),
      ...(found.why === 'principal' ? {} : { actions: found.actions.map(({ text }) => text) }),
    },
    ...(found.why === 'polling' ? mildness(found, analysis) : {}),
  }),

  fix: misplacedFixes,
});

function spanOf(found: Misplaced): Misplaced['statement']['span'] {
  if (found.why === 'principal') return found.principal.key.span;
  const [first] = found.actions;
  return first ? textSpan(first.value.node, first.text) : found.statement.span;
}

function messageOf(found: Misplaced): string {
  const owner = found.site.owner?.logicalId;
  const [first, ...others] = found.why === 'principal' ? [] : found.actions.map(({ text }) => text);
  const actions = others.length > 0 ? `${first} and ${others.length} more` : first;
  switch (found.why) {
    case 'principal':
      return (
        `${found.principal.key.text} has no place in a policy of ${owner ?? 'a role'}, which is refused: such a policy says what its owner may ` +
        'do. Remove it, or move the statement to the policy of the resource that it lets somebody use.'
      );
    case 'trust-action':
      return (
        `${actions} has no place in the trust policy of ${owner ?? 'a role'}, which is refused: a trust policy says who may assume the role, ` +
        'with sts:AssumeRole. What the role may do belongs into its Policies.'
      );
    case 'foreign-action':
      return (
        `${actions} has no place in ${owner ?? 'this policy'}, a resource-based policy, which says who may use the resource it is attached to. ` +
        'Without a Principal this is a permission of a function: move it to the execution role.'
      );
    case 'polling':
      return (
        `This statement of ${owner ?? 'a resource-based policy'} lets nobody in: Lambda polls with the function’s execution role, never as ` +
        `lambda.amazonaws.com. Grant ${actions} to the execution role instead.`
      );
  }
}

/** Where the execution role has what polling needs, the statement is only useless. */
function mildness(
  found: Misplaced & { why: 'polling' },
  { whole }: Analysis,
): { readonly severity: Severity; readonly outcome: Outcome } {
  const wanted = new Set(found.actions.map(({ text }) => text.toLowerCase()));
  const isMissed = whole
    .functions()
    .some(({ needs }) =>
      needs.some(({ actions }) =>
        actions.some(({ action, verdict }) => verdict === 'missing' && wanted.has(action.toLowerCase())),
      ),
    );
  return isMissed ? { severity: 'error', outcome: 'access-denied' } : { severity: 'warning', outcome: 'no-effect' };
}
