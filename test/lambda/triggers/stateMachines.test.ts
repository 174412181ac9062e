import { expect, test } from 'vitest';
import type { Analysis } from '../../../server/src/analysis/index.ts';
import { evaluate } from '../../../server/src/cloudformation/index.ts';
import { checkAll } from '../../../server/src/rules/index.ts';
import { analysed, jsonTwin } from '../../harness/index.ts';
import { shown } from './fixture.ts';

const HEAD = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Fn: { Type: AWS::Lambda::Function }
  Second: { Type: AWS::Lambda::Function, Properties: { FunctionName: second } }
`;

/** A state machine with these properties, in YAML and in JSON. */
function machines(properties: string, more = ''): readonly Analysis[] {
  const indented = properties.replace(/^(?=.)/gm, '      ');
  const text = `${HEAD}${more}  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
${indented}`;
  return [analysed(text), analysed(jsonTwin(text), 'json')];
}

/** What the tasks call, as `place function:qualifier`: the same in both languages. */
function callsIn(properties: string): readonly string[] {
  const [inYaml, inJson] = machines(properties).map((analysis) =>
    analysis.permissions.functions.flatMap(({ invokers }) =>
      invokers.map(({ trigger: { property, target } }) => {
        const place = property.replace(/^Definition(?:String)?\.States\./, '');
        return [place, [target.logicalId, shown(target.qualifier)].filter((part) => part !== undefined).join(':')].join(' ');
      }),
    ),
  );
  expect(inJson).toEqual(inYaml);
  return inYaml ?? [];
}

const states = (text: string): string => `Definition:\n  States:\n${text.replace(/^(?=.)/gm, '    ')}`;

test('lambda:invoke and its variants, with the partition and by SDK integration', () => {
  const text = states(`
Plain: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: !GetAtt Fn.Arn } }
Waits: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', Parameters: { FunctionName: !Ref Fn } }
China: { Type: Task, Resource: !Sub 'arn:\${AWS::Partition}:states:::lambda:invoke', Parameters: { FunctionName: !Ref Fn } }
Sdk: { Type: Task, Resource: 'arn:aws:states:::aws-sdk:lambda:invoke', Parameters: { FunctionName: second } }
Other: { Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: { QueueUrl: !Ref Queue, FunctionName: second } }
Lists: { Type: Task, Resource: 'arn:aws:states:::aws-sdk:lambda:listFunctions' }
`);
  expect(callsIn(text)).toEqual([
    'Plain.Parameters.FunctionName Fn',
    'Waits.Parameters.FunctionName Fn',
    'China.Parameters.FunctionName Fn',
    'Sdk.Parameters.FunctionName Second',
  ]);
  for (const analysis of machines(text)) expect(analysis.permissions.strayTriggers).toEqual([]);
});

test('the qualifier: behind the name, of its own, computed at run time', () => {
  const text = states(`
Behind: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: !Sub '\${Fn.Arn}:live' } }
Beside: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: !Ref Fn, Qualifier: live } }
Path: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: !Ref Fn, Qualifier.$: $.alias } }
`);
  expect(callsIn(text)).toEqual([
    'Behind.Parameters.FunctionName Fn:live',
    'Beside.Parameters.FunctionName Fn:live',
    'Path.Parameters.FunctionName Fn:*',
  ]);
});

test('JSONata: arguments, and functions that are computed', () => {
  const text = states(`
Named: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: !Ref Fn, Payload: '{% $states.input %}' } }
Alias: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: !Ref Fn, Qualifier: '{% $alias %}' } }
Computed: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: '{% $function %}' } }
Path: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName.$: $.function } }
`);
  expect(callsIn(text)).toEqual(['Named.Arguments.FunctionName Fn', 'Alias.Arguments.FunctionName Fn:*']);
});

test('states within states: Map, Parallel, and both', () => {
  const text = states(`
Each:
  Type: Map
  ItemProcessor: { States: { Work: { Type: Task, Resource: !GetAtt Fn.Arn } } }
Old:
  Type: Map
  Iterator: { States: { Work: { Type: Task, Resource: !GetAtt Fn.Arn } } }
Both:
  Type: Parallel
  Branches:
    - States: { Left: { Type: Task, Resource: !GetAtt Second.Arn } }
    - States: { Right: { Type: Map, ItemProcessor: { States: { Deep: { Type: Task, Resource: !GetAtt Fn.Arn } } } } }
`);
  expect([...callsIn(text)].sort()).toEqual([
    'Both.Branches.0.States.Left.Resource Second',
    'Both.Branches.1.States.Right.ItemProcessor.States.Deep.Resource Fn',
    'Each.ItemProcessor.States.Work.Resource Fn',
    'Old.Iterator.States.Work.Resource Fn',
  ]);
});

const JSON_TEXT = '{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"FUNCTION","End":true}}}';

test.each([
  ['Fn::Sub', `DefinitionString: !Sub '${JSON_TEXT.replace('FUNCTION', '${Fn.Arn}')}'`],
  ['Fn::Sub with variables', `DefinitionString: !Sub ['${JSON_TEXT.replace('FUNCTION', '${F}')}', { F: !GetAtt Fn.Arn }]`],
  [
    'substitutions',
    `DefinitionSubstitutions: { F: !GetAtt Fn.Arn }\nDefinitionString: '${JSON_TEXT.replace('FUNCTION', '${F}')}'`,
  ],
  [
    'substitutions in Fn::Sub',
    `DefinitionSubstitutions: { F: !GetAtt Fn.Arn }\nDefinitionString: !Sub '${JSON_TEXT.replace('FUNCTION', '${!F}')}'`,
  ],
  ['Fn::Join', `DefinitionString: !Join ['', ['${JSON_TEXT.replace('FUNCTION', `', !GetAtt Fn.Arn, '`)}']]`],
  [
    'substitutions in Fn::Join',
    `DefinitionSubstitutions: { F: !GetAtt Fn.Arn }\nDefinitionString: !Join ['', ['${JSON_TEXT.replace('FUNCTION', `\${F}`)}']]`,
  ],
  [
    'Fn::Join of lines',
    `DefinitionString: !Join ["\\n", ['{', '"States": {"Work": {"Type": "Task", "Resource":', !Sub '"\${Fn.Arn}"', '}}}']]`,
  ],
])('a definition in a text by %s', (_, properties) => {
  expect(callsIn(properties)).toEqual(['Work.Resource Fn']);
});

test('a text of YAML, and lambda:invoke in a text that Fn::Join makes', () => {
  const inYaml = `DefinitionString: !Sub |
  StartAt: Work
  States:
    Work:
      Type: Task
      Resource: arn:aws:states:::lambda:invoke
      Parameters:
        FunctionName: \${Fn.Arn}
        Qualifier: live
`;
  expect(callsIn(inYaml)).toEqual(['Work.Parameters.FunctionName Fn:live']);
  const parts = `'{"States":{"Work":{"Type":"Task","Resource":"arn:', !Ref AWS::Partition, ':states:::lambda:invoke","Parameters":{"Qualifier":"live","FunctionName":"', !Ref Fn, '"}}}}'`;
  expect(callsIn(`DefinitionString: !Join ['', [${parts}]]`)).toEqual(['Work.Parameters.FunctionName Fn:live']);
});

test('a definition that stands elsewhere, is half-typed or half unknown', () => {
  expect(callsIn('DefinitionS3Location: { Bucket: b, Key: k }\nDefinitionSubstitutions: { F: !GetAtt Fn.Arn }')).toEqual([]);
  expect(callsIn('DefinitionString: !Ref Definition')).toEqual([]);
  expect(callsIn(`DefinitionString: '{"States": {"Work": {"Type": "Task", "Resource": "'`)).toEqual([]);
  expect(callsIn('Definition: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://b/k } } }')).toEqual([]);
  expect(callsIn(`DefinitionString: !Join ['', ['{"States":', !Ref States, '}']]`)).toEqual([]);
  expect(callsIn(states('Work: { Type: Task, Resource: !Ref Elsewhere }'))).toEqual([]);
  expect(callsIn(`DefinitionString: '${JSON_TEXT.replace('FUNCTION', '${Fn.Arn}')}'`)).toEqual([]);
});

const ROLE = (resource: string): string => `  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: call
          PolicyDocument:
            Version: "2012-10-17"
            Statement: [{ Effect: Allow, Action: lambda:InvokeFunction, Resource: ${resource} }]
`;

const findings = (properties: string, resource: string): readonly string[][] =>
  machines(properties, ROLE(resource)).map((analysis) =>
    checkAll(analysis)
      .filter(({ ruleId }) => ruleId === 'caller-role-cannot-invoke')
      .map(({ subject }) => String(subject?.function)),
  );

test('the role must allow what is called, with its qualifier', () => {
  const live = states(
    "Work: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: !Ref Fn, Qualifier: live } }",
  );
  expect(findings(live, '!GetAtt Fn.Arn')).toEqual([['Fn'], ['Fn']]);
  expect(findings(live, "!Sub '${Fn.Arn}:live'")).toEqual([[], []]);
  expect(findings(live, "!Sub '${Fn.Arn}:*'")).toEqual([[], []]);
  const computed = states(
    "Work: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: !Ref Fn, Qualifier.$: $.q } }",
  );
  expect(findings(computed, "!Sub '${Fn.Arn}:live'")).toEqual([[], []]);
  expect(findings(computed, '!GetAtt Second.Arn')).toEqual([['Fn'], ['Fn']]);
});

test('a task with credentials calls with another role, which is not judged', () => {
  const text = states(
    'Work: { Type: Task, Resource: !GetAtt Fn.Arn, Credentials: { RoleArn: arn:aws:iam::123456789012:role/other } }',
  );
  expect(findings(text, '!GetAtt Second.Arn')).toEqual([[], []]);
});

test('the role is the property of the machine', () => {
  const [analysis] = machines(states('Work: { Type: Task, Resource: !GetAtt Fn.Arn }'));
  const template = analysis?.template;
  const role = analysis?.permissions.functions[0]?.invokers[0]?.trigger.role;
  expect(template && role && shown(evaluate(role, { template }))).toBe('${Role.Arn}');
});

test('a task under a condition is there under the condition only', () => {
  const [analysis] = machines(states('Work: !If [Live, { Type: Task, Resource: !GetAtt Fn.Arn }, { Type: Pass }]'));
  const guards = analysis?.permissions.functions[0]?.invokers.map(({ trigger }) => trigger.guard);
  expect(guards).toEqual([[{ condition: 'Live', holds: true }]]);
});
