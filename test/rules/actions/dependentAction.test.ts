import { test } from 'vitest';
import { dependentAction } from '../../../server/src/rules/actions/dependentAction.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('which role is for the author to say', () => {
  checkNoFix(
    dependentAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: lambda:CreateFunction
        Resource: arn:aws:lambda:eu-west-1:123456789012:function:a
    `,
  );
});

test('each action of the list hands over a role', () => {
  for (const action of [
    'backup:StartBackupJob',
    'elasticmapreduce:RunJobFlow',
    'sagemaker:CreateTrainingJob',
    'config:PutConfigurationRecorder',
  ])
    checkNoFix(dependentAction, `{Version: "2012-10-17", Statement: {Effect: Allow, Action: ${action}, Resource: "*"}}`);
});

test.each(['ecs:RunTask', '"*"', '[lambda:CreateFunction, iam:PassRole]', 'lambda:InvokeFunction'])(
  'nothing for %s',
  (action) => {
    checkRule(
      dependentAction,
      `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: "*"
    `,
    );
  },
);
