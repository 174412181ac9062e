import { expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/src/analysis/index.ts';
import { loadKnowledge } from '../../server/src/knowledge.node.ts';
import { checkAll } from '../../server/src/rules/index.ts';
import { editsInText, sourceText, spanInText } from '../../server/src/syntax/index.ts';
import type { Span } from '../../server/src/text/span.ts';

const TEMPLATE = `Resources:
  Queue:
    Type: AWS::SQS::Queue
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Action: [sqs:DeleteMessage, lambda:Invoke], Resource: !GetAtt Queue.Arn }
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Role: !GetAtt Role.Arn, Handler: a.b, Runtime: nodejs20.x, Code: { ZipFile: "" } }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Queue.Arn }
`;

const knowledge = loadKnowledge();

function findingsOf(analysis: Analysis) {
  const inText = (span: Span) => spanInText(analysis.tree, span);
  return checkAll(analysis).map(({ fixes, span, related = [], ...finding }) => ({
    ...finding,
    span: inText(span),
    related: related.map((place) => ({ ...place, span: inText(place.span) })),
    fixes: fixes().map((fix) => ({ ...fix, edits: editsInText(analysis.tree, fix.edits) })),
  }));
}

/** Each version of the text, from the first one on. */
function* versions(): Generator<string> {
  yield TEMPLATE;
  const at = TEMPLATE.indexOf('sqs:DeleteMessage');
  const added = 'sqs:ReceiveMessage, ';
  for (let i = 1; i <= added.length; i++) yield TEMPLATE.slice(0, at) + added.slice(0, i) + TEMPLATE.slice(at);
  yield TEMPLATE;
  const queue = TEMPLATE.slice(TEMPLATE.indexOf('  Queue:'), TEMPLATE.indexOf('  Role:'));
  yield TEMPLATE.replace(queue, '');
  yield TEMPLATE.replace(queue, '') + queue;
  yield TEMPLATE + queue.replace('Queue:', 'Other:');
  yield TEMPLATE;
}

test('findings and fixes after each edit are those of a fresh analysis', () => {
  let previous: Analysis | undefined;
  let version = 0;
  for (const text of versions()) {
    const source = sourceText('file:///template.yaml', text, ++version, 'yaml');
    previous = analyse(source, knowledge, previous);
    const fresh = analyse(source, knowledge);
    expect(findingsOf(fresh).length).toBeGreaterThan(0);
    expect(findingsOf(previous)).toEqual(findingsOf(fresh));
  }
});
