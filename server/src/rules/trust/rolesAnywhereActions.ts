import type { Clause, Statement } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { itemsOf } from '../../syntax/index.ts';
import { replaceValue, toDraft } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, sitesOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly clause: Clause;
  readonly missing: readonly string[];
}

/** IAM Roles Anywhere is trusted for less than it needs. */
export const rolesAnywhereActions = defineRule<Found>({
  id: 'roles-anywhere-actions',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A trust policy lacks actions that IAM Roles Anywhere needs.',
    why:
      'IAM Roles Anywhere assumes a role with session tags and a source identity taken from the certificate. It therefore needs ' +
      'sts:TagSession and sts:SetSourceIdentity beside sts:AssumeRole; without them no session comes about.',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
    aka: ['MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: { Service: rolesanywhere.amazonaws.com }
    Action: sts:AssumeRole
#   ^^^^^^ IAM Roles Anywhere needs sts:TagSession and sts:SetSourceIdentity, too
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: { Service: rolesanywhere.amazonaws.com }
    Action: [sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity]
`,
    ],
  },

  *find(analysis) {
    for (const site of sitesOf(analysis)) {
      if (site.kind !== 'trust' || !site.document.complete) continue;
      const statements = site.document.statements.filter(trustsRolesAnywhere);
      const clauses = statements.map(({ actions }) => actions);
      const names = clauses.map((clause) => clause && namesOf(clause));
      const [statement] = statements;
      const clause = statement?.actions;
      if (!statement || !clause || names.includes(undefined)) continue;
      const allowed = new Set(names.flatMap((each) => each ?? []));
      const missing = NEEDED.filter((action) => !allowed.has(action.toLowerCase()));
      if (missing.length > 0 && missing.length < NEEDED.length) yield { site, statement, clause, missing };
    }
  },

  diagnose: ({ site, clause, missing }) => ({
    span: clause.key.span,
    message: `IAM Roles Anywhere needs ${missing.join(' and ')}, too, so it cannot assume the role. Add what is missing.`,
    subject: { actions: missing, principal: SERVICE, ...policySubject(site) },
  }),

  fix: ({ clause, missing }, { tree }) => [
    {
      title: `Add ${missing.join(' and ')}`,
      preferred: true,
      edits: [replaceValue(tree, clause.node, [...itemsOf(clause.node).map(toDraft), ...missing])],
    },
  ],
});

const SERVICE = 'rolesanywhere.amazonaws.com';
const NEEDED = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];

function trustsRolesAnywhere({ effect, principals }: Statement): boolean {
  const names = principals?.principals.map(({ type, value }) => (type === 'Service' ? knownText(value) : undefined)) ?? [];
  return effect === 'Allow' && !principals?.negated && names.includes(SERVICE);
}

/** The actions in lower case; `undefined` where not all can be told. */
function namesOf({ negated, complete, values }: Clause): readonly string[] | undefined {
  const names = values.flatMap(({ value }) => knownText(value)?.toLowerCase() ?? []);
  const areKnown = names.length === values.length && names.every((name) => !/[*?]/.test(name));
  return complete && !negated && areKnown ? names : undefined;
}
