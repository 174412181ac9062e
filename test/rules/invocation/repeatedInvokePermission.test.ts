import { expect, test } from 'vitest';
import { repeatedInvokePermission as rule } from '../../../server/src/rules/invocation/repeatedInvokePermission.ts';
import { SAM_WORKER, WORKER } from '../../../server/src/rules/support/samples.ts';
import { analysed, checkFix, checkRule, findingsOf, jsonTwin } from '../../harness/index.ts';

const permission = (id: string, principal: string, more: string): string => `  ${id}:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: ${principal}
${more}`;

const ARN = '      SourceArn: arn:aws:sns:eu-west-1:123456789012:orders\n';
const ACCOUNT = '      SourceAccount: !Ref AWS::AccountId\n';

/** The permissions that repeat others, the same in YAML and JSON. */
function repeated(template: string): readonly (string | undefined)[] {
  const [inYaml, inJson] = [analysed(template), analysed(jsonTwin(template), 'json')].map((analysis) =>
    findingsOf(rule, analysis).map(({ subject }) => subject.permission),
  );
  expect(inJson).toEqual(inYaml);
  return inYaml ?? [];
}

test('of two equal ones the second goes', () => {
  const one = WORKER + permission('One', 'sns.amazonaws.com', ARN);
  checkFix(rule, one + permission('Two', 'sns.amazonaws.com', ARN), one, { title: 'Remove Two' });
  expect(repeated(one + permission('Two', 'sns.amazonaws.com', ARN) + permission('Three', 'sns.amazonaws.com', ARN))).toEqual([
    'Two',
    'Three',
  ]);
});

test.each([
  ['another source', 'sns.amazonaws.com', '      SourceArn: arn:aws:sns:eu-west-1:123456789012:parcels\n'],
  ['a wider source', 'sns.amazonaws.com', '      SourceArn: arn:aws:sns:eu-west-1:123456789012:*\n'],
  ['another principal', 'events.amazonaws.com', ARN],
  ['an account besides', 'sns.amazonaws.com', ARN + ACCOUNT],
])('one with %s stays', (_, principal, more) => {
  checkRule(rule, WORKER + permission('One', 'sns.amazonaws.com', ARN) + permission('Two', principal, more));
});

test('one under a condition does not stand for one without', () => {
  const conditions = 'Conditions:\n  IsLive: !Equals [!Ref AWS::Region, eu-west-1]\n';
  const conditional = permission('One', 'sns.amazonaws.com', ARN).replace('Permission\n', 'Permission\n    Condition: IsLive\n');
  expect(repeated(conditions + WORKER + conditional + permission('Two', 'sns.amazonaws.com', ARN))).toEqual([]);
  expect(repeated(conditions + WORKER + permission('Two', 'sns.amazonaws.com', ARN) + conditional)).toEqual(['One']);
});

test('what SAM lets in need not be let in again, not even more narrowly', () => {
  const upload = `${SAM_WORKER}        Upload: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: "s3:ObjectCreated:*" } }
        Get: { Type: HttpApi, Properties: { Path: "/orders/{id}", Method: GET } }
  Uploads:
    Type: AWS::S3::Bucket
`;
  const api = (path: string): string =>
    `      SourceArn: !Sub arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${ServerlessHttpApi}/${path}\n`;
  expect(
    repeated(upload + permission('FromUploads', 's3.amazonaws.com', `      SourceArn: arn:aws:s3:::mine\n${ACCOUNT}`)),
  ).toEqual(['FromUploads']);
  expect(repeated(upload + permission('FromApi', 'apigateway.amazonaws.com', api('*/GET/orders/*')))).toEqual(['FromApi']);
  expect(repeated(upload + permission('FromApi', 'apigateway.amazonaws.com', api('*/*')))).toEqual([]);
  expect(repeated(upload + permission('FromUploads', 's3.amazonaws.com', '      SourceArn: arn:aws:s3:::mine\n'))).toEqual([]);
});
