import { test } from 'vitest';
import { audienceQualifier } from '../../../server/src/rules/trust/audienceQualifier.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

function policy(operator: string, key = 'accounts.google.com:aud'): string {
  return `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: { Federated: accounts.google.com }
        Action: sts:AssumeRoleWithWebIdentity
        Condition:
          ${operator}:
            ${key}: orders
    `;
}

test('leaves the set operator out', () => {
  checkFix(audienceQualifier, policy('ForAnyValue:StringEquals'), policy('StringEquals'), { title: 'Write StringEquals' });
});

test('nothing for claims that are lists', () => {
  checkRule(audienceQualifier, policy('ForAnyValue:StringLike', 'accounts.google.com:amr'));
});
