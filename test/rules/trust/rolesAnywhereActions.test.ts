import { test } from 'vitest';
import { rolesAnywhereActions } from '../../../server/src/rules/trust/rolesAnywhereActions.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

function policy(action: string): string {
  return `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: { Service: rolesanywhere.amazonaws.com }
        Action: ${action}
        Condition:
          ArnEquals: { aws:SourceArn: "arn:aws:rolesanywhere:eu-west-1:123456789012:trust-anchor/12345678" }
    `;
}

test('adds what is missing', () => {
  checkFix(
    rolesAnywhereActions,
    policy('[sts:AssumeRole, sts:TagSession]'),
    policy('[sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity]'),
  );
});

test('nothing for wildcards, and what other statements allow', () => {
  checkRule(rolesAnywhereActions, policy('sts:*'));
  checkRule(
    rolesAnywhereActions,
    `
    Version: "2012-10-17"
    Statement:
      - { Effect: Allow, Principal: { Service: rolesanywhere.amazonaws.com }, Action: sts:AssumeRole }
      - { Effect: Allow, Principal: { Service: rolesanywhere.amazonaws.com }, Action: [sts:TagSession, sts:SetSourceIdentity] }
    `,
  );
});
