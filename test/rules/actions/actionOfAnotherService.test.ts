import { test } from 'vitest';
import { actionOfAnotherService } from '../../../server/src/rules/actions/actionOfAnotherService.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('what others do with a queue', () => {
  checkFix(
    actionOfAnotherService,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Returns:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "123456789012"}
                Action: sns:Publish
                Resource: !GetAtt Orders.Arn
    `,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Returns:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "123456789012"}
                Action: sqs:SendMessage
                Resource: !GetAtt Orders.Arn
    `,
    { title: 'Replace with sqs:SendMessage' },
  );
});

test.each(['sqs:*', '"*"', 'SQS:SendMessage', 'made:Up'])('nothing for %s', (action) => {
  checkRule(
    actionOfAnotherService,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Returns:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "123456789012"}
                Action: ${action}
                Resource: !GetAtt Orders.Arn
    `,
  );
});
