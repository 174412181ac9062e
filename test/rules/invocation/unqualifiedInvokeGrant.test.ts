import { test } from 'vitest';
import { unqualifiedInvokeGrant as rule } from '../../../server/src/rules/invocation/unqualifiedInvokeGrant.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

/** A function that calls another one, as its environment says. */
function template(resource: string, variables: string, rest = ''): string {
  return `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {};
      AutoPublishAlias: live
  Caller:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {};
      Environment:
        Variables: { ${variables} }
      Policies:
        - Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Action: lambda:InvokeFunction
              Resource: ${resource}
${rest}`;
}

const ALIAS = 'WORKER: !Ref WorkerAliaslive';

test('the alias is called, and only the function may be', () => {
  const mark = '              #         ^^^^^^^^^^^^^^^^^^ warning: Caller calls live of Worker (WORKER names it)';
  checkRule(rule, template('!GetAtt Worker.Arn', ALIAS, mark));
});

test.each([
  ['the alias may be called', '[!GetAtt Worker.Arn, !Sub "${Worker.Arn}:*"]', ALIAS],
  ['everything may be called', '"*"', ALIAS],
  ['the function itself is named', '!GetAtt Worker.Arn', 'WORKER: !GetAtt Worker.Arn'],
  ['both are named', '!GetAtt Worker.Arn', `${ALIAS}, PLAIN: !Ref Worker`],
  ['nothing is named', '!GetAtt Worker.Arn', 'LEVEL: info'],
])('silent where %s', (_, resource, variables) => {
  checkRule(rule, template(resource, variables));
});

test('silent where the role may hold more than can be seen', () => {
  checkRule(rule, template('!GetAtt Worker.Arn', ALIAS, '        - arn:aws:iam::111122223333:policy/own\n'));
});

test('the fix adds the qualified ARN', () => {
  checkFix(
    rule,
    template('!GetAtt Worker.Arn', ALIAS),
    template('\n                - !GetAtt Worker.Arn\n                - !Sub ${Worker.Arn}:live', ALIAS).replace(
      'Resource: \n',
      'Resource:\n',
    ),
  );
});
