import { test } from 'vitest';
import { missingAction } from '../../../server/src/rules/grammar/missingAction.ts';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkRule } from '../../harness/index.ts';

test('an action that vanishes', () => {
  checkRule(
    missingAction,
    `
    Resources:
      Reading:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
    #           ^^^^^^ error: This statement has neither Action nor NotAction
                Action: !Ref AWS::NoValue
                Resource: "*"
    `,
  );
});

test('nothing for one that is negated, misspelt or may be there', () => {
  checkRule(
    missingAction,
    managedPolicy(`
    - { Effect: Deny, NotAction: s3:GetObject, Resource: "*" }
    - { Effect: Allow, Actions: s3:GetObject, Resource: "*" }
    - { Effect: Allow, Action: !If [Open, s3:GetObject, !Ref AWS::NoValue], Resource: "*" }
    `),
  );
});
