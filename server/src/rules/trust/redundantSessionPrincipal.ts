import { textSpan } from '../../analysis/index.ts';
import type { Principal } from '../../iam/index.ts';
import { display, knownText } from '../../symbolic/index.ts';
import { removeItem } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly session: Principal;
  readonly role: Principal;
}

/** A session of a role beside the role itself. */
export const redundantSessionPrincipal = defineRule<Found>({
  id: 'redundant-session-principal',
  severity: 'hint',
  outcome: 'no-effect',
  docs: {
    summary: 'A session of a role is trusted beside the role itself.',
    why: 'Who trusts a role trusts all sessions of it. Naming one of them as well changes nothing.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session',
    aka: ['REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal:
      AWS:
        - arn:aws:iam::123456789012:role/deploy
        - arn:aws:sts::123456789012:assumed-role/deploy/build
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This session is one of the role
    Action: sts:AssumeRole
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal:
      AWS: arn:aws:iam::123456789012:role/deploy
    Action: sts:AssumeRole
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      const { principals } = placed.statement;
      if (placed.site.kind !== 'trust' || !principals || principals.negated) continue;
      for (const session of principals.principals) {
        const role = principals.principals.find((other) => isRoleOf(other, session));
        if (role) yield { ...placed, session, role };
      }
    }
  },

  diagnose: ({ site, session, role }) => ({
    span: textSpan(session.node, knownText(session.value) ?? ''),
    message: `This session is one of the role ${display(role.value)}, which is trusted already. Remove it.`,
    subject: { principal: display(session.value), ...policySubject(site) },
    related: [{ span: role.node.outerSpan, message: 'All sessions of this role are trusted.' }],
  }),

  fix: ({ session: { node } }, { tree }) =>
    node.parent?.kind === 'sequence'
      ? [{ title: 'Remove the session', preferred: true, edits: [removeItem(tree, node.parent, node)] }]
      : [],
});

const SESSION = /^arn:([^:]+):sts::(.+):assumed-role\/([^/]+)\/.+$/;

/** A role's ARN has its path, a session's has not. */
function isRoleOf(role: Principal, session: Principal): boolean {
  const [, partition, account, name] = SESSION.exec(display(session.value)) ?? [];
  const arn = display(role.value);
  return name !== undefined && arn.startsWith(`arn:${partition}:iam::${account}:role/`) && arn.endsWith(`/${name}`);
}
