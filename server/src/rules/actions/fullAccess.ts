import { textSpan } from '../../analysis/index.ts';
import type { PolicyValue } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { allowsOf, isUnlimited } from '../support/grants.ts';
import type { PlacedStatement } from '../support/policyWalk.ts';
import { policySubject } from '../support/policyWalk.ts';

/** All actions on all resources. */
export const fullAccess = defineRule<{ readonly placed: PlacedStatement; readonly value: PolicyValue; readonly text: string }>({
  id: 'full-access',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A policy allows everything.',
    why:
      'A function that may do everything in the account hands that to whoever finds a hole in it. AWS advises to grant ' +
      'only what the code does.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    aka: [
      'wildcard_action',
      'service_wildcard',
      'full_wildcard',
      'WS1003',
      'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
      'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
      'IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
      'IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS',
    ],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: "*"
           # ^ This allows every action
    Resource: "*"
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: [s3:GetObject, s3:PutObject]
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  find: (analysis) =>
    [...allowsOf(analysis)].flatMap((placed) => {
      const { actions } = placed.statement;
      return (actions?.negated ? [] : (actions?.values ?? [])).flatMap((value) => {
        const text = knownText(value.value) ?? '';
        return /^(?:[A-Za-z0-9-]+:)?\*$|^\*:\*$/.test(text) ? [{ placed, value, text }] : [];
      });
    }),

  diagnose: ({ placed: { statement, site }, value: { node }, text }, { knowledge: { iam } }) => {
    const service = /^[^*:]+/.exec(text)?.[0];
    const where = isUnlimited(statement) ? 'every resource' : 'these resources';
    const what =
      service === undefined ? 'every action of every service' : `every action of ${iam.service(service)?.title ?? service}`;
    return {
      span: textSpan(node, text),
      message: `This allows ${what} on ${where}. Name the actions that are needed.`,
      subject: { ...policySubject(site), action: text },
      ...(service === undefined ? {} : { severity: 'hint' as const }),
    };
  },
});
