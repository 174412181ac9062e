import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/src/analysis/index.ts';
import { codeActionsAt, explain, hoverAt, inlayHintsIn } from '../../server/src/features/index.ts';
import { checkAll } from '../../server/src/rules/index.ts';
import { addressed, addressIn, editsInText, sourceText, spanInText } from '../../server/src/syntax/index.ts';
import type { LanguageId } from '../../server/src/text/sourceText.ts';
import type { Span } from '../../server/src/text/span.ts';
import { jsonTwin, testKnowledge } from '../harness/index.ts';

const ORDERS = readFileSync(join(import.meta.dirname, '..', '..', 'samples', 'orders', 'template.yaml'), 'utf8');

const PLAIN = `Resources:
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
  Bucket:
    Type: AWS::S3::Bucket
    DependsOn: Permission
    Properties:
      NotificationConfiguration:
        LambdaConfigurations: [{ Event: s3:ObjectCreated:*, Function: !GetAtt Worker.Arn }]
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: s3.amazonaws.com
      SourceAccount: !Ref AWS::AccountId
`;

const TEMPLATES: readonly (readonly [string, LanguageId, string])[] = [
  ['a CloudFormation template', 'yaml', PLAIN],
  ['a CloudFormation template', 'json', jsonTwin(PLAIN)],
  ['a SAM template', 'yaml', ORDERS],
  ['a SAM template', 'json', jsonTwin(ORDERS)],
];

/** What people see of a version: the findings with their fixes, hovers here and there, hints, the menu for a selection, the permissions. */
function seen(analysis: Analysis) {
  const { tree, source } = analysis;
  const inText = (span: Span) => spanInText(tree, span);
  const findings = checkAll(analysis).map(({ fixes, span, related = [], ...finding }) => ({
    ...finding,
    span: inText(span),
    related: related.map((place) => ({ ...place, span: inText(place.span) })),
    fixes: fixes().map((fix) => ({ ...fix, edits: editsInText(tree, fix.edits) })),
  }));
  const hovers: (string | undefined)[] = [];
  for (let offset = 0; offset < source.text.length; offset += 97)
    hovers.push(hoverAt(analysis, addressIn(tree, offset))?.markdown);
  const whole = addressed(tree, { start: 0, end: source.text.length });
  const hints = inlayHintsIn(analysis, whole).map(({ at, label }) => `${inText({ start: at, end: at }).start} ${label}`);
  const third = addressed(tree, { start: Math.floor(source.text.length / 3), end: Math.floor(source.text.length / 2) });
  const actions = codeActionsAt(analysis, third, checkAll(analysis)).map(({ title }) => title);
  return { findings, hovers, hints, actions, permissions: explain(analysis) };
}

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

/** Versions of a text as they come about while somebody works on it: typing, deleting, pasting, moving, undoing. */
function* versions(text: string, steps: number): Generator<string> {
  const random = numbers(text.length);
  const below = (limit: number): number => random.next().value % Math.max(1, limit);
  const history = [text];
  for (let step = 0; step < steps; step++) {
    const now = history.at(-1) ?? text;
    const lines = now.split('\n');
    const line = below(lines.length);
    const other = lines[below(lines.length)] ?? '';
    const at = below(now.length);
    const changes = [
      () => now.slice(0, at) + 'ab:*"- {'.charAt(below(8)) + now.slice(at),
      () => now.slice(0, at) + now.slice(at + 1 + below(12)),
      () => lines.toSpliced(line, 1).join('\n'),
      () => lines.toSpliced(line, 0, other).join('\n'),
      () =>
        lines
          .toSpliced(line, 1 + below(6))
          .concat(lines.slice(line, line + 3))
          .join('\n'),
      () => history.at(-2) ?? now,
      () => text,
    ];
    const next = changes[below(changes.length)]?.() ?? now;
    history.push(next);
    yield next;
  }
}

describe.each(TEMPLATES)('%s in %s', (_, languageId, text) => {
  test('is seen after each change as if it were read afresh', () => {
    let previous = analyse(sourceText('file:///t', text, 0, languageId), testKnowledge());
    expect(seen(previous).findings.length).toBeGreaterThan(0);
    let version = 0;
    for (const changed of versions(text, 60)) {
      const source = sourceText('file:///t', changed, ++version, languageId);
      previous = analyse(source, testKnowledge(), previous);
      expect(seen(previous), changed).toEqual(seen(analyse(source, testKnowledge())));
    }
  });

  test('is seen as it was when a change has been tried on it', () => {
    const source = sourceText('file:///t', text, 0, languageId);
    const current = analyse(source, testKnowledge());
    const before = seen(current);
    analyse({ ...source, text: text.replace('lambda', 'lambdas').replace('sqs', 'sq') }, testKnowledge(), current);
    expect(seen(current)).toEqual(before);
  });
});
