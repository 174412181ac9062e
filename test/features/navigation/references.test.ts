import { expect, test } from 'vitest';
import { analyse } from '../../../server/src/analysis/index.ts';
import { definitionAt, namePlacesAt } from '../../../server/src/features/index.ts';
import { addressIn, sourceText, spanInText } from '../../../server/src/syntax/index.ts';
import { analysed, testKnowledge, withCursor, yaml } from '../../harness/index.ts';
import { checkPlaces, checkPlacesIn } from './places.ts';

test('a resource is found in every form of reference', () => {
  checkPlaces(`
    AWSTemplateFormatVersion: '2010-09-09'
    Resources:
      «Que$0ue»:
        Type: AWS::SQS::Queue
      Other:
        Type: AWS::SQS::Queue
        DependsOn: [‹Queue›, OtherQueue]
        Properties:
          QueueName: !Sub '\${‹Queue›.QueueName}-\${AWS::Region}-\${ ‹Queue› }-\${!Queue}-\${QueueName}'
          Tags:
            - {Key: a, Value: !Ref ‹Queue›}
            - {Key: b, Value: !GetAtt ‹Queue›.Arn}
            - {Key: c, Value: !GetAtt [‹Queue›, Arn]}
            - {Key: d, Value: {"Ref": "‹Queue›"}}
            - {Key: e, Value: {"Fn::GetAtt": '‹Queue›.Arn'}}
            - {Key: f, Value: Queue}
            - {Key: g, Value: !Sub ['\${Queue} \${Alias}', {Queue: a, Alias: !Ref ‹Queue›}]}
    Outputs:
      Queue:
        Value:
          Fn::Sub: "\${‹Queue›.Arn}"
  `);
});

test('the cursor may be at a mention', () => {
  checkPlaces(`
    AWSTemplateFormatVersion: '2010-09-09'
    Parameters:
      «Stage»:
        Type: String
    Resources:
      Queue:
        Type: AWS::SQS::Queue
        Properties:
          QueueName: !Sub jobs-\${‹Stage$0›}
          Tags: [{Key: stage, Value: !Ref ‹Stage›}]
    Metadata:
      AWS::CloudFormation::Interface:
        ParameterGroups:
          - Label: {default: Stage}
            Parameters: [‹Stage›]
        ParameterLabels:
          ‹Stage›: {default: Stage}
  `);
});

test('conditions are told apart from resources of the same name', () => {
  checkPlaces(`
    AWSTemplateFormatVersion: '2010-09-09'
    Conditions:
      «Live»: !Equals [!Ref AWS::Region, eu-west-1]
      Both: !And [!Condition ‹Live›, {Condition: ‹Live›}]
    Resources:
      Live:
        Type: AWS::SQS::Queue
        Condition: ‹Li$0ve›
        Properties:
          QueueName: !If [‹Live›, !Ref Live, Live]
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Live]
          PolicyDocument:
            Statement:
              - Effect: Allow
                Condition: {Bool: {Live: true}}
    Outputs:
      Live:
        Condition: ‹Live›
        Value: !Ref Live
  `);
});

test('mappings', () => {
  checkPlaces(`
    AWSTemplateFormatVersion: '2010-09-09'
    Mappings:
      «Sizes»:
        a: {b: c}
    Resources:
      Queue:
        Type: AWS::SQS::Queue
        Properties:
          QueueName: !FindInMap [‹Si$0zes›, a, b]
          Tags: [{Key: a, Value: !FindInMap [!Ref Sizes, a, b]}]
  `);
});

test('the resources that events and connectors of SAM name', () => {
  checkPlaces(`
    Transform: AWS::Serverless-2016-10-31
    Resources:
      «Table$0»:
        Type: AWS::Serverless::SimpleTable
        Connectors:
          Own:
            DependsOn: ‹Table›
            Properties:
              Destination: [{Id: Worker}, {Id: ‹Table›}]
              Permissions: [Read]
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Policies:
            - DynamoDBReadPolicy: {TableName: !Ref ‹Table›}
          Events:
            Table:
              Type: DynamoDB
              Properties: {Stream: !GetAtt ‹Table›.StreamArn, StartingPosition: LATEST}
      Plain:
        Type: AWS::Lambda::Function
        Properties:
          Destination: {Id: Table}
          Environment: {Variables: {A: !GetAtt [‹Table›.Twin, Arn], B: !Ref ‹Table›.Twin}}
      Link:
        Type: AWS::Serverless::Connector
        Properties:
          Source: {Id: Worker}
          Destination: {Id: ‹Table›}
          Permissions: [Write]
  `);
});

test('a policy in a string of Fn::Sub, with its escapes', () => {
  checkPlacesIn(
    '{"Resources": {"«Ta$0ble»": {"Type": "AWS::DynamoDB::Table"}, "Other": {"Type": "AWS::SQS::Queue", "Properties": ' +
      '{"A": {"Fn::Sub": "{\\"Resource\\": \\"${‹Table›.Arn}\\"}\\n${‹Table›}"}}}}}',
    'json',
  );
});

test('an alias mentions what its anchor does, once', () => {
  checkPlacesIn(
    yaml`
      Resources:
        «A»: {Type: AWS::SQS::Queue, Properties: &p {QueueName: !Ref ‹$0A›}}
        B: {Type: AWS::SQS::Queue, Properties: *p}
    `,
    'yaml',
  );
});

test('nothing where no name of the template stands', () => {
  for (const marked of ['Type: AWS::SQS::Q$0ueue', 'Properties: {QueueName: Qu$0eue}', 'DependsOn: {Qu$0eue: 1}']) {
    const { text, offset } = withCursor(`Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n  Other:\n    ${marked}\n`);
    expect(namePlacesAt(analysed(text), offset)).toBeUndefined();
  }
});

test('what is not declared has mentions only', () => {
  const { text, offset } = withCursor('Resources: {A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref AWS::Re$0gion}}}');
  const start = text.indexOf('AWS::Region');
  expect(namePlacesAt(analysed(text), offset)).toEqual({ declaration: undefined, mentions: [{ start, end: start + 11 }] });
});

test('half-typed text', () => {
  for (const text of [
    'Resources:\n  A:\n    DependsOn:\n    Type: !Ref',
    'Resources:\n  : x',
    'Resources: [',
    '{"Resources": {"A": {"Ref"',
  ]) {
    for (let offset = 0; offset <= text.length; offset++) {
      const analysis = analysed(text);
      expect(() => namePlacesAt(analysis, offset)).not.toThrow();
    }
  }
});

test('places are right after edits in front of them', () => {
  const before = yaml`
    Resources:
      First:
        Type: AWS::SQS::Queue
        Properties: {QueueName: !Ref Last}
      Last:
        Type: AWS::SQS::Queue
        DependsOn: First
  `;
  const after = before.replace('  First:', '  # a comment\n  First:').replace('Name: !Ref Last', 'Name: !Sub "${First}-${Last}"');
  const first = analyse(sourceText('file:///a.yaml', before, 1, 'yaml'), testKnowledge());
  const analysis = analyse(sourceText('file:///a.yaml', after, 2, 'yaml'), testKnowledge(), first);
  const offset = addressIn(analysis.tree, after.indexOf('  Last:') + 3);
  const places = namePlacesAt(analysis, offset);
  expect(places?.mentions.map((span) => spanInText(analysis.tree, span).start)).toEqual([after.indexOf('Last}')]);
  const mention = addressIn(analysis.tree, after.lastIndexOf('First'));
  const declared = definitionAt(analysis, mention);
  expect(declared && spanInText(analysis.tree, declared).start).toBe(after.indexOf('First:'));
});
