import type { Resource } from '../../../cloudformation/index.ts';
import { type Draft, ref } from '../../../syntax/write/index.ts';
import { hole } from '../holes.ts';
import type { Scene } from '../scene.ts';
import type { Source } from '../suggestion.ts';
import { arnsIn, othersIn, refSuggestion } from './inTemplate.ts';

/** Source: the pages of the types in https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ ("Required: Yes"). */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Permission': ['FunctionName', 'Action', 'Principal', 'SourceArn', 'SourceAccount'],
  'AWS::Lambda::EventSourceMapping': ['FunctionName', 'EventSourceArn', 'BatchSize', 'StartingPosition'],
};

/** The properties that the resource does not have yet, those that nearly every one has in front. */
export const properties: Source<'property'> = ({ present }, scene) => {
  const type = scene.resource?.type ?? '';
  const names = scene.analysis.knowledge.cloudFormation.resourceType(type)?.properties ?? [];
  const first = REQUIRED[type] ?? [];
  return {
    items: [...new Set([...first, ...names])]
      .filter((name) => names.includes(name) && !present.includes(name))
      .map((name) => ({ label: name, kind: 'key', insert: { key: name, value: usual(name, scene) } })),
  };
};

/** What a property nearly always has. */
function usual(name: string, scene: Scene): Draft {
  if (name === 'Action') return 'lambda:InvokeFunction';
  if (name === 'SourceAccount') return ref('AWS::AccountId');
  const [only, ...others] = name === 'FunctionName' ? functionsIn(scene) : [];
  return only && others.length === 0 ? ref(only.logicalId) : hole();
}

export const fixedValues: Source<'fixed-value'> = ({ values }) => ({
  items: values.map((text) => ({
    label: text,
    kind: 'value',
    insert: text === 'true' || text === 'false' ? { value: text === 'true' } : { text },
  })),
});

export const accounts: Source<'account'> = () => ({
  items: [
    { label: 'AWS::AccountId', kind: 'value', detail: 'the account of the stack', insert: { value: ref('AWS::AccountId') } },
  ],
});

/** The functions of the template, and their aliases. */
export const functionNames: Source<'function-name'> = (_, scene) => ({
  items: [...functionsIn(scene), ...othersIn(scene, /^AWS::Lambda::(?:Alias|Version)$/)].map(refSuggestion),
});

function functionsIn(scene: Scene): readonly Resource[] {
  return othersIn(scene, /^AWS::(?:Lambda|Serverless)::Function$/);
}

/** The roles of the template. */
export const roles: Source<'role'> = (_, scene) => ({ items: arnsIn(scene, /^AWS::IAM::Role$/) });
