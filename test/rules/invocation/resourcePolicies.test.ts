import { test } from 'vitest';
import { missingInvokePermission as rule } from '../../../server/src/rules/invocation/missingInvokePermission.ts';
import { WORKER } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

const policy = (statements: string, arn = '!GetAtt Worker.Arn'): string => `  WorkerPolicy:
    Type: AWS::Lambda::ResourcePolicy
    Properties:
      ResourceArn: ${arn}
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: "123456789012"
            Action: lambda:InvokeFunction
            Resource: ${arn}
${statements}`;

const NIGHTLY = `${WORKER}  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: !GetAtt Worker.Arn
`;

const FROM_NIGHTLY = `          - Effect: Allow
            Principal:
              Service: events.amazonaws.com
            Action: lambda:InvokeFunction
            Resource: !GetAtt Worker.Arn
            Condition:
              ArnLike:
                aws:SourceArn: !GetAtt Nightly.Arn
`;

test('a function with a policy of its own gets a statement, not a permission that would not last', () => {
  checkFix(rule, NIGHTLY + policy(''), NIGHTLY + policy(FROM_NIGHTLY));
  checkRule(rule, NIGHTLY + policy(FROM_NIGHTLY));
});

test('a bucket waits for the policy, and is named by its account', () => {
  const bucket = (before: string): string => `${WORKER}  Uploads:
    Type: AWS::S3::Bucket
${before}    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Worker.Arn
`;
  checkFix(
    rule,
    bucket('') + policy(''),
    bucket('    DependsOn: WorkerPolicy\n') +
      policy(`          - Effect: Allow
            Principal:
              Service: s3.amazonaws.com
            Action: lambda:InvokeFunction
            Resource: !GetAtt Worker.Arn
            Condition:
              StringEquals:
                aws:SourceAccount: !Ref AWS::AccountId
`),
  );
});

test('a policy of an alias says nothing of the function', () => {
  const live = `  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionName: !Ref Worker
      FunctionVersion: $LATEST
`;
  const template = NIGHTLY + live + policy('', '!Ref Live');
  checkFix(
    rule,
    template,
    template.replace(
      '  Live:',
      `  WorkerNightlyPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
  Live:`,
    ),
  );
});

test('a policy that may not be there takes no statement', () => {
  const conditions = 'Conditions:\n  IsLive: !Equals [!Ref AWS::Region, eu-west-1]\n';
  const conditional = policy('').replace('ResourcePolicy\n', 'ResourcePolicy\n    Condition: IsLive\n');
  checkNoFix(rule, conditions + NIGHTLY + conditional);
});
