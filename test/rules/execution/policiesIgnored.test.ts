import { test } from 'vitest';
import { policiesIgnored } from '../../../server/src/rules/execution/policiesIgnored.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

const head = `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: nodejs22.x
    `;
const role = '      Role: arn:aws:iam::123456789012:role/worker\n    ';
const policies = '      Policies: [AmazonS3ReadOnlyAccess]\n    ';

test('Policies beside Role, either of which can go', () => {
  const before = head + role + policies;
  checkFix(policiesIgnored, before, head + role, { title: 'Remove the ignored Policies' });
  checkFix(policiesIgnored, before, head + policies, { title: 'Remove Role, so that SAM makes one with these Policies' });
});

test('one without the other', () => {
  checkRule(policiesIgnored, head + role);
  checkRule(policiesIgnored, head + policies);
  checkRule(policiesIgnored, `${head}${role}      Policies: []\n`);
});
