import { test } from 'vitest';
import { serviceControlElement } from '../../../server/src/rules/organization/serviceControlElement.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('removes a principal from what the AWS CLI prints', () => {
  const text = (statement: string): string => `
    Policy:
      PolicySummary: { Type: SERVICE_CONTROL_POLICY }
      Content: '{"Version": "2012-10-17", "Statement": [${statement}]}'
    `;
  checkFix(
    serviceControlElement,
    text('{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}'),
    text('{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}'),
  );
});

test('nothing for what is allowed since 2025, and for policies of other types', () => {
  checkRule(
    serviceControlElement,
    `
    Resources:
      Control:
        Type: AWS::Organizations::Policy
        Properties:
          Name: control
          Type: SERVICE_CONTROL_POLICY
          Content:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                NotAction: s3:*Object
                NotResource: arn:aws:s3:::orders
                Condition: { StringEquals: { aws:RequestedRegion: eu-west-1 } }
      Open:
        Type: AWS::Organizations::Policy
        Properties:
          Name: open
          Type: !Ref Type
          Content:
            Version: "2012-10-17"
            Statement:
              - { Effect: Deny, Principal: "*", Action: s3:*, Resource: "*" }
    `,
  );
});
