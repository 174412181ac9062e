import { test } from 'vitest';
import { mixedConditionTypes } from '../../../server/src/rules/conditions/mixedConditionTypes.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('all in quotes', () => {
  checkFix(
    mixedConditionTypes,
    policyWith(`NumericEquals: {s3:signatureAge: [600, "1200"]}`),
    policyWith(`NumericEquals: {s3:signatureAge: ["600", "1200"]}`),
  );
});

test.each(['NumericEquals: {s3:signatureAge: [600, 1200]}'])('nothing for %s', (condition) => {
  checkRule(mixedConditionTypes, policyWith(condition));
});

test('what CloudFormation makes of a template’s numbers is not said', () => {
  checkRule(
    mixedConditionTypes,
    `
    Resources:
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: "*"
                Condition: {NumericEquals: {s3:signatureAge: [600, "1200"]}}
    `,
  );
});
