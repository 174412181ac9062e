import type { Template } from '../../../cloudformation/index.ts';
import { hole } from '../holes.ts';
import type { Place } from '../place.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestion } from '../suggestion.ts';
import { othersIn } from './inTemplate.ts';

type ReferencePlace = Extract<Place, { kind: 'reference' }>;

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const PSEUDO_PARAMETERS: readonly (readonly [name: string, detail: string])[] = [
  ['AWS::AccountId', 'the account of the stack'],
  ['AWS::Region', 'the Region of the stack'],
  ['AWS::Partition', 'aws, aws-cn or aws-us-gov'],
  ['AWS::StackName', 'the name of the stack'],
  ['AWS::StackId', 'the ARN of the stack'],
  ['AWS::URLSuffix', 'amazonaws.com or amazonaws.com.cn'],
  ['AWS::NoValue', 'as if the property were not there'],
];

/** Names that a reference may have: resources, their attributes behind the dot, parameters, pseudo parameters. */
export const references: Source<'reference'> = (place, scene) => {
  const items = namesFor(place, scene);
  if (place.form !== 'Sub') return { items };
  return {
    items: items.map((item) => (place.piece.open ? closed(item) : { ...item, commit: isWhole(item) ? ['}'] : ['}', '.'] })),
  };
};

/** With the brace behind it, and the cursor in front of that: an attribute may follow. */
function closed(suggestion: Suggestion): Suggestion {
  return { ...suggestion, insert: { text: `${suggestion.label}${isWhole(suggestion) ? '' : hole()}}` } };
}

/** Whether no attribute may follow. */
function isWhole({ label }: Suggestion): boolean {
  return label.includes('.') || label.includes('::');
}

function namesFor({ form, piece }: ReferencePlace, scene: Scene): readonly Suggestion[] {
  const { template } = scene;
  if (!template) return [];
  if (typeof form === 'object') return attributes(form.attributeOf, '', scene);
  const dot = piece.before.includes('::') ? -1 : piece.before.indexOf('.');
  if (dot >= 0 && (form === 'GetAtt' || form === 'Sub')) {
    const id = piece.before.slice(0, dot);
    return attributes(id, `${id}.`, scene);
  }
  const resources = othersIn(scene).map(
    ({ logicalId, type }): Suggestion => ({ label: logicalId, kind: 'resource', detail: type, insert: { text: logicalId } }),
  );
  if (form !== 'Ref' && form !== 'Sub') return form === 'GetAtt' ? resources.map(withDot) : resources;
  return [...resources, ...parameters(template), ...pseudoParameters(form)];
}

/** The attribute is asked for right behind it. */
function withDot(suggestion: Suggestion): Suggestion {
  const { label } = suggestion;
  return { ...suggestion, insert: { text: `${label}.` }, again: true, example: `${label}.Arn` };
}

function attributes(logicalId: string, lead: string, { template, analysis }: Scene): readonly Suggestion[] {
  const type = template?.resources.get(logicalId)?.type ?? '';
  const names = analysis.knowledge.cloudFormation.resourceType(plainType(type))?.attributes ?? [];
  const arnFirst = [...names.filter((name) => /Arn$/.test(name)), ...names.filter((name) => !/Arn$/.test(name))];
  return arnFirst.map((name) => ({
    label: `${lead}${name}`,
    kind: 'value',
    detail: type,
    insert: { text: `${lead}${name}` },
    subject: logicalId,
  }));
}

/** What SAM makes of its types, as far as their attributes go. Source: the SAM specification, "Return values". */
function plainType(type: string): string {
  const plain: Readonly<Record<string, string>> = {
    'AWS::Serverless::Function': 'AWS::Lambda::Function',
    'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
    'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
    'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
    'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  };
  return plain[type] ?? type;
}

function parameters(template: Template): readonly Suggestion[] {
  return [...template.parameters.values()].map(({ name, type }) => ({
    label: name,
    kind: 'value',
    detail: `parameter, ${type}`,
    insert: { text: name },
  }));
}

function pseudoParameters(form: ReferencePlace['form']): readonly Suggestion[] {
  return PSEUDO_PARAMETERS.filter(([name]) => form === 'Ref' || name !== 'AWS::NoValue').map(([name, detail]) => ({
    label: name,
    kind: 'value',
    detail,
    insert: { text: name },
  }));
}
