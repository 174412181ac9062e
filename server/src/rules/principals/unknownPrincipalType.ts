import { branchesOf } from '../../cloudformation/index.ts';
import type { ScalarNode } from '../../syntax/index.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule } from '../rule.ts';
import { renameFix } from '../support/conditionTests.ts';
import { isExpression } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';
import { FROM_TOPIC, sendPolicy } from '../support/samples.ts';

/** A type of principal that does not exist. */
export const unknownPrincipalType = defineRule<{ readonly placed: PlacedStatement; readonly key: ScalarNode }>({
  id: 'unknown-principal-type',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'The type of a principal does not exist.',
    why:
      'Principals are of type AWS, Service, Federated or CanonicalUser, in just this spelling. A policy with another ' +
      'one is rejected.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    aka: ['INVALID_PRINCIPAL_KEY', 'E3512', 'E3530'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal:
      Services: sns.amazonaws.com
    # ^^^^^^^^ Services is no type of principal
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    Condition:
      ArnEquals:
        aws:SourceArn: arn:aws:sns:eu-west-1:123456789012:orders
`,
    ],
    good: [sendPolicy('\nService: sns.amazonaws.com', FROM_TOPIC)],
  },

  find: (analysis) => [...statementsOf(analysis)].flatMap((placed) => unknownTypes(placed).map((key) => ({ placed, key }))),

  diagnose: ({ placed: { site }, key }) => {
    const meant = typeMeant(key.text);
    return {
      span: key.span,
      message: `${key.text} is no type of principal, so the policy is rejected. ${meant === undefined ? `Use ${TYPES.join(', ')}.` : `Did you mean ${meant}?`}`,
      subject: { ...policySubject(site), ...(meant === undefined ? {} : { suggestion: meant }) },
    };
  },

  fix: ({ placed, key }) => {
    const meant = typeMeant(key.text);
    const isThere = placed.statement.principals?.principals.some(({ type }) => type === meant);
    return meant === undefined || isThere ? [] : [renameFix(key, meant)];
  },
});

const TYPES: readonly string[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const MOST_SLIPS = 2;

function unknownTypes({ statement: { principals } }: PlacedStatement): readonly ScalarNode[] {
  const nodes = principals ? branchesOf(principals.node).map(({ node }) => node) : [];
  return nodes.flatMap((node) => {
    if (node?.kind !== 'mapping' || isExpression(node)) return [];
    const keys = node.entries.map(({ key }) => key);
    return keys.filter(({ text }) => text !== '' && !text.startsWith('Fn::') && !text.includes('${') && !TYPES.includes(text));
  });
}

function typeMeant(text: string): string | undefined {
  return nearest(text, TYPES, (type) => Math.min(MOST_SLIPS, type.length - 2));
}
