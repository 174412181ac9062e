import { test } from 'vitest';
import { actionOfAnotherService } from '../../../server/src/rules/actions/actionOfAnotherService.ts';
import { queuePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('what others do with a queue', () => {
  checkFix(
    actionOfAnotherService,
    queuePolicy(
      `
      - Effect: Allow
        Principal: {AWS: "123456789012"}
        Action: sns:Publish
        Resource: !GetAtt Orders.Arn
      `,
      `
      Returns:
        Type: AWS::SQS::Queue
      `,
    ),
    queuePolicy(
      `
      - Effect: Allow
        Principal: {AWS: "123456789012"}
        Action: sqs:SendMessage
        Resource: !GetAtt Orders.Arn
      `,
      `
      Returns:
        Type: AWS::SQS::Queue
      `,
    ),
    { title: 'Replace with sqs:SendMessage' },
  );
});

test.each(['sqs:*', '"*"', 'SQS:SendMessage', 'made:Up'])('nothing for %s', (action) => {
  checkRule(
    actionOfAnotherService,
    queuePolicy(
      `
      - Effect: Allow
        Principal: {AWS: "123456789012"}
        Action: ${action}
        Resource: !GetAtt Orders.Arn
      `,
      `
      Returns:
        Type: AWS::SQS::Queue
      `,
    ),
  );
});
