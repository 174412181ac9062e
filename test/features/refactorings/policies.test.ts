import { expect, test } from 'vitest';
import { checkRefactoring, refactoringsAt } from '../../harness/checkRefactoring.ts';

function worker(policies: string): string {
  return `
    Transform: AWS::Serverless-2016-10-31
    Parameters:
      Shared: { Type: String }
    Resources:
      Jobs: { Type: AWS::SQS::Queue }
      Orders: { Type: AWS::DynamoDB::Table }
      Files: { Type: AWS::S3::Bucket }
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Handler: index.handler
          Runtime: nodejs22.x
          CodeUri: src
          Policies:
            ${policies}
    `;
}

function checkPolicies(title: string, before: string, after: string): void {
  checkRefactoring(title, worker(before), worker(after));
}

test('a policy template becomes statements with its values', () => {
  checkPolicies(
    'Expand SQSSendMessagePolicy into a statement',
    `- SQSSendMe$0ssagePolicy:
                QueueName: !GetAtt Jobs.QueueName`,
    `- Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action: sqs:SendMessage*
                  Resource: !GetAtt Jobs.Arn`,
  );
  checkPolicies(
    'Expand S3WritePolicy into a statement',
    `- AmazonSNSReadOnlyAccess
            - S3Write$0Policy:
                BucketName: !Ref Files`,
    `- AmazonSNSReadOnlyAccess
            - Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action:
                    - s3:PutObject
                    - s3:PutObjectAcl
                    - s3:PutLifecycleConfiguration
                  Resource:
                    - !GetAtt Files.Arn
                    - !Sub \${Files.Arn}/*`,
  );
});

test('a name that is no reference stays the name', () => {
  checkPolicies(
    'Expand KMSDecryptPolicy into a statement',
    `- KMSDecrypt$0Policy:
                KeyId: !Ref Shared`,
    `- Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action: kms:Decrypt
                  Resource: !Sub arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/\${Shared}`,
  );
});

test('an argument that cannot be written into an ARN stays an argument of Fn::Sub', () => {
  checkPolicies(
    'Expand KMSDecryptPolicy into a statement',
    `- KMSDecrypt$0Policy:
                KeyId: !ImportValue key`,
    `- Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action: kms:Decrypt
                  Resource: !Sub
                    - arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/\${keyId}
                    - keyId: !ImportValue key`,
  );
});

test('a policy template without all its parameters, or one that does not exist, is left alone', () => {
  expect(refactoringsAt(worker('- SQSSend$0MessagePolicy: {}'))).toEqual([]);
  expect(refactoringsAt(worker('- SQSNoneP$0olicy: { QueueName: a }'))).toEqual([]);
});

test('a managed policy of a SAM function becomes its statements', () => {
  checkPolicies(
    'Expand AWSLambdaSQSQueueExecutionRole into its statements of 2018-06-14',
    '- AWSLambdaSQSQueue$0ExecutionRole',
    `- Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action:
                    - sqs:ReceiveMessage
                    - sqs:DeleteMessage
                    - sqs:GetQueueAttributes
                    - logs:CreateLogGroup
                    - logs:CreateLogStream
                    - logs:PutLogEvents
                  Resource: '*'`,
  );
});

function role(properties: string): string {
  return `
    Resources:
      Jobs: { Type: AWS::SQS::Queue }
      Orders: { Type: AWS::DynamoDB::Table }
      Files: { Type: AWS::S3::Bucket }
      WorkerRole:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
          ${properties}
    `;
}

test('a managed policy of a role becomes an inline policy', () => {
  checkRefactoring(
    'Expand AWSXRayDaemonWriteAccess into its statements of 2024-02-13',
    role(`ManagedPolicyArns:
            - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
            - !Sub arn:\${AWS::Partition}:iam::aws:policy/AWSXRay$0DaemonWriteAccess`),
    role(`Policies:
            - PolicyName: AWSXRayDaemonWriteAccess
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Sid: AWSXRayDaemonWriteAccess
                    Effect: Allow
                    Action:
                      - xray:PutTraceSegments
                      - xray:PutTelemetryRecords
                      - xray:GetSamplingRules
                      - xray:GetSamplingTargets
                      - xray:GetSamplingStatisticSummaries
                    Resource:
                      - '*'
          ManagedPolicyArns:
            - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`),
  );
});

test('a managed policy of which only the name is known is left alone', () => {
  expect(refactoringsAt(worker('- AmazonEC2$0FullAccess'))).toEqual([]);
});

test('statements that are a policy template’s become it', () => {
  checkPolicies(
    'Use S3WritePolicy for this statement',
    `- Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action: [s3:PutLifecycleConfiguration, s3:PutObject, s3:putObjectAcl]
                  Resource:
                    - !Sub '\${Files.Arn}/*'
                    - !Get$0Att Files.Arn`,
    `- S3WritePolicy:
                BucketName: !Ref Files`,
  );
});

test('of several statements the one that is a policy template’s', () => {
  checkPolicies(
    'Use KMSDecryptPolicy for this statement',
    `- Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action: sqs:ListQueues
                  Resource: '*'
                - Effect: Allow
                  Action: kms:De$0crypt
                  Resource: !Sub arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/\${Shared}`,
    `- Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action: sqs:ListQueues
                  Resource: '*'
            - KMSDecryptPolicy:
                KeyId: !Ref Shared`,
  );
});

test('statements that say more or less than a policy template are left alone', () => {
  const statement = (resource: string, more = ''): string =>
    worker(`- Statement: [{ Effect: Allow, Action: kms:De$0crypt, Resource: ${resource}${more} }]`);
  const key = '!Sub "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/abc"';
  expect(refactoringsAt(statement(key))).toEqual(['Use KMSDecryptPolicy for this statement']);
  expect(refactoringsAt(statement(key, ', Condition: { StringEquals: { "kms:ViaService": a } }'))).toEqual([]);
  expect(refactoringsAt(statement(`[${key}, "arn:aws:kms:*:*:key/b"]`))).not.toContain('Use KMSDecryptPolicy for this statement');
  expect(refactoringsAt(statement('"arn:aws:kms:eu-west-1:111122223333:key/abc"'))).toEqual([]);
});

function statement(actions: string, resource: string): string {
  return role(`Policies:
            - PolicyName: work
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: ${actions}
                    Resource: ${resource}`);
}

test('a wildcard becomes the resources that the actions work on', () => {
  checkRefactoring(
    'Limit this statement to Jobs and Files',
    statement('[sqs:SendMessage, s3:GetObject, s3:ListBucket]', "'$0*'"),
    statement(
      '[sqs:SendMessage, s3:GetObject, s3:ListBucket]',
      `
                      - !GetAtt Jobs.Arn
                      - !GetAtt Files.Arn
                      - !Sub \${Files.Arn}/*`,
    ).replace('Resource: \n', 'Resource:\n'),
  );
});

test('a wildcard stays where an action would lose its effect', () => {
  expect(refactoringsAt(statement('[sqs:SendMessage, s3:GetObject, sns:Publish]', "'$0*'"))).toEqual([]);
  expect(refactoringsAt(statement('[s3:GetObject, s3:ListBucket, s3:ListAllMyBuckets]', "'$0*'"))).toEqual([]);
  expect(refactoringsAt(statement('[s3:GetObject, "s3:List*"]', "'$0*'"))).toEqual([]);
});
