import { defineRule } from '../rule.ts';
import { isMisplaced } from '../support/misplaced.ts';
import { headSpan, lacksAll } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

/** A statement of a policy on a resource, or of a trust policy, for nobody. */
export const missingPrincipal = defineRule<PlacedStatement>({
  id: 'missing-principal',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A statement of a resource-based or trust policy has no Principal.',
    why:
      'A policy on a resource says who may use it, a trust policy who may assume the role; both are refused without a principal. Policies of ' +
      'roles have none, because they are about the role that they belong to.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    aka: ['MISSING_PRINCIPAL', 'MISSING_RESOURCE_OR_PRINCIPAL', 'E3512', 'E3530', 'missing_principal'],
    bad: [
      `Resources:
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
#           ^^^^^^ This statement has no Principal
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
  Jobs:
    Type: AWS::SQS::Queue
`,
    ],
    good: [
      `Resources:
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: sns.amazonaws.com }
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
  Jobs:
    Type: AWS::SQS::Queue
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      const { site, statement } = placed;
      const needsOne = site.kind === 'resource' || site.kind === 'trust';
      if (!needsOne || statement.node.entries.length === 0 || !lacksAll(statement.node, ['Principal', 'NotPrincipal'])) continue;
      if (!isMisplaced(placed, analysis)) yield placed;
    }
  },

  diagnose: ({ site, statement: { node } }) => ({
    span: headSpan(node),
    message:
      site.kind === 'trust'
        ? 'This statement has no Principal, so the trust policy is refused: nothing tells who may assume the role. Add Principal, for a function’s role { Service: lambda.amazonaws.com }.'
        : 'This statement has no Principal, so the policy is refused: nothing tells who may use the resource. Add Principal; a permission of a function itself belongs into its execution role instead.',
    subject: policySubject(site),
  }),
});
