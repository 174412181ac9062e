import { expect, test } from 'vitest';
import { actionLinksOf, actionLinkTarget } from '../../../server/src/features/index.ts';
import { charactersAt } from '../../../server/src/syntax/index.ts';
import { analysed, jsonTwin, testKnowledge, yaml } from '../../harness/index.ts';

test('actions that have a page are links, without their quotes', () => {
  const template = yaml`
    Resources:
      Permission:
        Type: AWS::Lambda::Permission
        Properties: {Action: "lambda:InvokeFunction", FunctionName: a, Principal: s3.amazonaws.com}
      Policy:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: [s3:Get*, 's3:HeadObject', nosuch:Action, '*', s3:NoSuchAction, !Ref Other]
                Resource: '*'
  `;
  for (const analysis of [analysed(template), analysed(jsonTwin(template), 'json')]) {
    const links = actionLinksOf(analysis);
    expect(links.map(({ action }) => action)).toEqual(['lambda:InvokeFunction', 's3:Get*', 's3:HeadObject']);
    expect(links.map(({ span }) => charactersAt(analysis.tree, span))).toEqual(links.map(({ action }) => action));
  }
});

test('actions and wildcards lead to the reference of their service, API operations to their API', () => {
  const target = (action: string) => actionLinkTarget(action, testKnowledge());
  const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_';
  expect(target('lambda:InvokeFunction')).toEqual({ url: `${reference}lambda.html`, tooltip: 'Actions of AWS Lambda' });
  expect(target('s3:Get*')).toEqual({ url: `${reference}s3.html`, tooltip: 'Actions of Amazon S3' });
  expect(target('lambda:Invoke')).toEqual({
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/API_Invoke.html',
    tooltip: 'The API operation behind lambda:InvokeFunction',
  });
  expect(target('s3:NoSuchAction')).toBeUndefined();
  expect(target('half')).toBeUndefined();
});
