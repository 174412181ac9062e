import { test } from 'vitest';
import { arnResource } from '../../../server/src/rules/resources/arnResource.ts';
import { rolePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a function without its kind', () => {
  checkNoFix(
    arnResource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: lambda:InvokeFunction
        Resource: arn:aws:lambda:eu-west-1:123456789012:worker
    `,
  );
});

test.each([
  ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:123456789012:*'],
  ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:123456789012:function:worker:live'],
  ['dynamodb:Query', 'arn:aws:dynamodb:*:*:table/orders/index/*'],
  ['sqs:SendMessage', 'arn:aws:sqs:*:*:a-*'],
])('nothing for %s on %s', (action, resource) => {
  checkRule(
    arnResource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: ${resource}
    `,
  );
});

test('a name that deployment fills in', () => {
  checkRule(
    arnResource,
    rolePolicy(
      `
      Kind:
        Type: AWS::CloudFormation::Stack
        Properties: {TemplateURL: other.yaml}
      `,
      `
      - Effect: Allow
        Action: lambda:InvokeFunction
        Resource: !Sub "arn:aws:lambda:eu-west-1:123456789012:\${Kind.Outputs.Worker}"
      `,
    ),
  );
});
