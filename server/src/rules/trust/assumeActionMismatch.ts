import type { Analysis } from '../../analysis/index.ts';
import { textSpan } from '../../analysis/index.ts';
import type { PolicyValue } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { replaceTextFix } from '../support/edits.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';
import { type WayIn, wayOf } from '../support/trustPrincipals.ts';

interface Found extends PlacedStatement {
  readonly text: string;
  readonly action: PolicyValue;
  /** The only way in that the principals have. */
  readonly way: WayIn;
}

/** An action that none of the principals of a trust policy's statement can use. */
export const assumeActionMismatch = defineRule<Found>({
  id: 'assume-action-mismatch',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A trust policy allows an action that its principal cannot use.',
    why:
      'Services, roles and users assume a role with sts:AssumeRole, SAML providers with sts:AssumeRoleWithSAML, OpenID Connect providers with ' +
      'sts:AssumeRoleWithWebIdentity. With another action the role can never be assumed.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html',
    aka: ['MISMATCHED_ACTION_FOR_PRINCIPAL', 'invalid_principal_type_for_assume_action'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: { Service: lambda.amazonaws.com }
    Action: sts:AssumeRoleWithSAML
    #       ^^^^^^^^^^^^^^^^^^^^^^ Services, roles and users cannot use sts:AssumeRoleWithSAML
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: { Service: lambda.amazonaws.com }
    Action: [sts:AssumeRole, sts:TagSession]
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) if (placed.site.kind === 'trust') yield* mismatchesIn(placed, analysis);
  },

  diagnose: ({ site, text, action, way }) => ({
    span: textSpan(action.node, text),
    message: `${WHO[way]} cannot use ${text}, so nobody can assume the role by it. The action for them is ${ACTIONS[way]}.`,
    subject: { action: text, suggestion: ACTIONS[way], ...policySubject(site) },
  }),

  fix: ({ text, action, way, statement }) => {
    const isThere = statement.actions?.values.some(({ value }) => knownText(value)?.toLowerCase() === ACTIONS[way].toLowerCase());
    return isThere ? [] : replaceTextFix(action.node, text, ACTIONS[way]);
  },
});

const ACTIONS: Readonly<Record<WayIn, string>> = {
  aws: 'sts:AssumeRole',
  saml: 'sts:AssumeRoleWithSAML',
  'web-identity': 'sts:AssumeRoleWithWebIdentity',
};

const WHO: Readonly<Record<WayIn, string>> = {
  aws: 'Services, roles and users',
  saml: 'A SAML provider',
  'web-identity': 'An OpenID Connect provider',
};

const WAYS: ReadonlyMap<string, WayIn> = new Map([
  ['sts:assumerole', 'aws'],
  ['sts:assumerolewithsaml', 'saml'],
  ['sts:assumerolewithwebidentity', 'web-identity'],
]);

/** Only where all principals are known to come in one way, and no other action of the statement is right for them. */
function* mismatchesIn(placed: PlacedStatement, analysis: Analysis): Generator<Found> {
  const { principals, actions, effect } = placed.statement;
  if (effect !== 'Allow' || !principals?.complete || principals.negated || actions?.negated !== false) return;
  const [way, ...others] = new Set(principals.principals.map((principal) => wayOf(principal, analysis)));
  if (!way || others.length > 0) return;
  for (const action of actions.values) {
    const text = knownText(action.value) ?? '';
    const needed = WAYS.get(text.toLowerCase());
    if (needed && needed !== way) yield { ...placed, text, action, way };
  }
}
