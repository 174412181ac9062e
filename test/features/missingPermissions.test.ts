import { expect, test } from 'vitest';
import { addMissingPermissions } from '../../server/src/features/index.ts';
import { checkAll } from '../../server/src/rules/index.ts';
import { editsInText } from '../../server/src/syntax/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { analysed, jsonTwin, yaml } from '../harness/index.ts';

/** A rule that may not call, a queue that may not be polled, and an action that is none. */
const template = yaml`
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
    WorkerRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal: { Service: lambda.amazonaws.com }
              Action: sts:AssumeRole
        Policies:
          - PolicyName: own
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: [logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents, s3:HeadObject]
                  Resource: "*"
    Worker:
      Type: AWS::Lambda::Function
      Properties:
        Role: !GetAtt WorkerRole.Arn
        Handler: index.handler
        Runtime: nodejs22.x
        Code: { S3Bucket: code, S3Key: worker.zip }
    Polling:
      Type: AWS::Lambda::EventSourceMapping
      Properties:
        FunctionName: !Ref Worker
        EventSourceArn: !GetAtt Jobs.Arn
    Daily:
      Type: AWS::Events::Rule
      Properties:
        ScheduleExpression: rate(1 day)
        Targets:
          - { Id: worker, Arn: !GetAtt Worker.Arn }
`;

const MISSING = ['missing-execution-permission', 'missing-invoke-permission'];

for (const language of ['yaml', 'json'] as const) {
  test(`adds what is missing and leaves other mistakes alone, in ${language}`, () => {
    const analysis = analysed(language === 'yaml' ? template : jsonTwin(template), language);
    expect(new Set(checkAll(analysis).map(({ ruleId }) => ruleId))).toEqual(new Set([...MISSING, 'api-operation-as-action']));
    const { edits, added, left } = addMissingPermissions(analysis, checkAll);
    expect({ added, left }).toEqual({ added: 2, left: 0 });
    const after = analysed(applyEdits(analysis.source.text, editsInText(analysis.tree, edits)), language);
    expect(new Set(checkAll(after).map(({ ruleId }) => ruleId))).toEqual(new Set(['api-operation-as-action']));
    expect(addMissingPermissions(after, checkAll)).toEqual({ edits: [], added: 0, left: 0 });
  });
}
