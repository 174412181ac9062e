import { knownText } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { replaceValue } from '../../syntax/write/index.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { presentElement } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly span: Span;
  readonly what: string;
  readonly remedy: string;
  /** The value to replace, and by what, where one is right. */
  readonly mended?: { readonly node: SyntaxNode; readonly value: string };
}

/** What the narrow grammar of resource control policies does not have. */
export const resourceControlElement = defineRule<Found>({
  id: 'resource-control-element',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A resource control policy has something that its grammar does not.',
    why:
      'A resource control policy of one’s own only denies, for everybody (Principal: "*"), and names actions of single services. It has neither ' +
      'NotPrincipal nor NotAction; exceptions are made with conditions. Organizations refuses anything else.',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html',
    aka: ['RCP_SYNTAX_ERROR_NOTACTION', 'RCP_SYNTAX_ERROR_PRINCIPAL', 'RCP_SYNTAX_ERROR_ALLOW', 'rcp_best_practices'],
    bad: [
      `Resources:
  OnlyUs:
    Type: AWS::Organizations::Policy
    Properties:
      Name: only-us
      Type: RESOURCE_CONTROL_POLICY
      Content:
        Version: "2012-10-17"
        Statement:
          - Effect: Deny
            Principal: "*"
            NotAction: s3:GetObject
#           ^^^^^^^^^ A resource control policy has no NotAction
            Resource: "*"
`,
    ],
    good: [
      `Resources:
  OnlyUs:
    Type: AWS::Organizations::Policy
    Properties:
      Name: only-us
      Type: RESOURCE_CONTROL_POLICY
      Content:
        Version: "2012-10-17"
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: "*"
            Condition:
              StringNotEqualsIfExists:
                aws:PrincipalOrgID: o-1234567890
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) if (placed.site.kind === 'resource-control') yield* faultsOf(placed);
  },

  diagnose: ({ site, span, what, remedy }) => ({
    span,
    message: `A resource control policy ${what}, so it is refused. ${remedy}`,
    subject: policySubject(site),
  }),

  fix: ({ mended }, { tree }): readonly Fix[] =>
    mended
      ? [{ title: `Replace with ${mended.value}`, preferred: true, edits: [replaceValue(tree, mended.node, mended.value)] }]
      : [],
});

function* faultsOf(placed: PlacedStatement): Generator<Found> {
  const { node, effect, principals, actions } = placed.statement;
  const effectNode = presentElement(node, 'Effect')?.value;
  if (effect === 'Allow' && effectNode) {
    const mended = { node: effectNode, value: 'Deny' };
    yield { ...placed, span: effectNode.outerSpan, what: 'only denies', remedy: 'Write Effect: Deny.', mended };
  }
  for (const [name, remedy] of FORBIDDEN) {
    const entry = presentElement(node, name);
    if (entry) yield { ...placed, span: entry.key.span, what: `has no ${name}`, remedy };
  }
  const single = principals?.negated === false && principals.principals.find(({ value }) => isNotStar(knownText(value)));
  if (single) {
    yield {
      ...placed,
      span: single.node.outerSpan,
      what: 'is about everybody',
      remedy: 'Write Principal: "*" and make exceptions with a condition.',
    };
  }
  const all = actions?.negated === false && actions.values.find(({ value }) => knownText(value) === '*');
  if (all) {
    yield {
      ...placed,
      span: all.node.outerSpan,
      what: 'names the services whose actions it denies',
      remedy: 'Write s3:* for example.',
    };
  }
}

const FORBIDDEN = [
  ['NotPrincipal', 'Write Principal: "*" and make exceptions with a condition.'],
  ['NotAction', 'Write the actions that it denies under Action.'],
] as const;

function isNotStar(text: string | undefined): boolean {
  return text !== undefined && text !== '*';
}
