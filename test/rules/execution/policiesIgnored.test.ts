import { expect, test } from 'vitest';
import { policiesIgnored } from '../../../server/src/rules/execution/policiesIgnored.ts';
import { analysed, checkFix, checkRule, dedent, findingsOf } from '../../harness/index.ts';

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

function withRole(policies: string, roleProperties: string): string {
  return `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Jobs: { Type: AWS::SQS::Queue }
      WorkerRole:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
          ${roleProperties}
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: nodejs22.x
          Role: !GetAtt WorkerRole.Arn
          ${policies}
    `;
}

const MOVE = { title: 'Move the Policies into WorkerRole' };
const BASIC = `ManagedPolicyArns:
            - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`;

test('what they grant is moved into a role of the template', () => {
  checkFix(
    policiesIgnored,
    withRole(
      `Policies:
            - AmazonS3ReadOnlyAccess
            - SQSSendMessagePolicy:
                QueueName: !GetAtt Jobs.QueueName
            - Statement:
                - Effect: Allow
                  Action: sqs:ReceiveMessage
                  Resource: !GetAtt Jobs.Arn
          Timeout: 3`,
      BASIC,
    ),
    withRole(
      'Timeout: 3',
      `${BASIC}
            - arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
          Policies:
            - PolicyName: WorkerPolicy1
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: sqs:SendMessage*
                    Resource: !GetAtt Jobs.Arn
            - PolicyName: WorkerPolicy2
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: sqs:ReceiveMessage
                    Resource: !GetAtt Jobs.Arn`,
    ),
    MOVE,
  );
});

test('what cannot be written in a role stays, and so does what would close a cycle', () => {
  const titles = (policies: string): readonly string[] =>
    findingsOf(policiesIgnored, analysed(dedent(withRole(policies, BASIC)))).flatMap((finding) =>
      finding.fixes().map(({ title }) => title),
    );
  const others = ['Remove the ignored Policies', 'Remove Role, so that SAM makes one with these Policies'];
  expect(titles('Policies: [AmazonS3ReadOnlyAccess]')).toEqual([MOVE.title, ...others]);
  expect(titles('Policies: [SomePolicyOfMine]')).toEqual(others);
  expect(titles('Policies: [NoSuchPolicy: { QueueName: a }]')).toEqual(others);
  expect(titles('Policies: [LambdaInvokePolicy: { FunctionName: !Ref Worker }]')).toEqual(others);
});
