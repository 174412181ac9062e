import type { Resource } from '../../../cloudformation/index.ts';
import type { ManagedPolicy } from '../../../iam/knowledge/index.ts';
import { type Draft, getAtt, mapping, ref, sub } from '../../../syntax/write/index.ts';
import { hole } from '../holes.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestion } from '../suggestion.ts';
import { othersIn, refSuggestion } from './inTemplate.ts';

/** What may stand in `Policies` of a SAM function: policy templates with their parameters, managed policies by name, a statement. */
export const samPolicies: Source<'sam-policy'> = (_, scene) => {
  const { samPolicyTemplates } = scene.analysis.knowledge;
  const inList = (draft: Draft): Draft => (scene.word.node.parent?.kind === 'sequence' || scene.role === 'key' ? draft : [draft]);
  const templates = samPolicyTemplates.names().flatMap((name) => {
    const policy = samPolicyTemplates.template(name);
    const parameters = mapping(
      Object.fromEntries((policy?.parameters ?? []).map((each) => [each.name, argumentFor(each.name, scene)])),
    );
    const isOfUse = policy?.parameters.some((each) => argumentsFor(each.name, scene).length > 0) ?? false;
    return policy ? [{ isOfUse, suggestion: entry(name, policy.description, parameters, scene, inList) }] : [];
  });
  const statement = { Effect: hole('Allow'), Action: [hole()], Resource: hole() };
  return {
    items: [
      ...templates.flatMap(({ isOfUse, suggestion }) => (isOfUse ? [suggestion] : [])),
      ...templates.flatMap(({ isOfUse, suggestion }) => (isOfUse ? [] : [suggestion])),
      entry('Statement', 'statements of your own', [mapping(statement)], scene, inList),
      ...(scene.role === 'key' ? [] : managed(scene, ({ name }) => ({ text: name }))),
    ],
    incomplete: true,
  };
};

function entry(name: string, detail: string, value: Draft, { role }: Scene, inList: (draft: Draft) => Draft): Suggestion {
  const insert = role === 'key' ? { key: name, value } : { value: inList(mapping({ [name]: value })) };
  return { label: name, kind: 'skeleton', detail, insert };
}

/** The types of which a parameter of a policy template takes the name, and what gives it. Source: the parameters' descriptions, and "Return values" of the types. */
const ARGUMENTS: Readonly<Record<string, readonly (readonly [type: RegExp, attribute: string | undefined])[]>> = {
  QueueName: [[/^AWS::SQS::Queue$/, 'QueueName']],
  TopicName: [[/^AWS::SNS::Topic$/, 'TopicName']],
  TableName: [[/^AWS::(?:DynamoDB::(?:Global)?Table|Serverless::SimpleTable)$/, undefined]],
  BucketName: [[/^AWS::S3::Bucket$/, undefined]],
  FunctionName: [[/^AWS::(?:Lambda|Serverless)::Function$/, undefined]],
  StreamName: [
    [/^AWS::Kinesis::Stream$/, undefined],
    [/^AWS::DynamoDB::Table$/, 'StreamArn'],
  ],
  DeliveryStreamName: [[/^AWS::KinesisFirehose::DeliveryStream$/, undefined]],
  StateMachineName: [[/^AWS::(?:StepFunctions|Serverless)::StateMachine$/, 'Name']],
  SecretArn: [[/^AWS::SecretsManager::Secret$/, undefined]],
  KeyId: [[/^AWS::KMS::Key$/, undefined]],
  EventBusName: [[/^AWS::Events::EventBus$/, 'Name']],
  LogGroupName: [[/^AWS::Logs::LogGroup$/, undefined]],
  UserPoolId: [[/^AWS::Cognito::UserPool$/, undefined]],
  ParameterName: [[/^AWS::SSM::Parameter$/, undefined]],
};

function argumentsFor(parameter: string, scene: Scene): readonly { readonly resource: Resource; readonly value: Draft }[] {
  const rows = ARGUMENTS[parameter] ?? [];
  return othersIn(scene).flatMap((resource) => {
    const row = rows.find(([type]) => type.test(resource.type));
    if (!row) return [];
    const [, attribute] = row;
    return [{ resource, value: attribute === undefined ? ref(resource.logicalId) : getAtt(resource.logicalId, attribute) }];
  });
}

/** The only resource that fits, or a hole. */
function argumentFor(parameter: string, scene: Scene): Draft {
  const [only, ...others] = argumentsFor(parameter, scene);
  return only && others.length === 0 ? only.value : hole(parameter);
}

/** The parameters that are not given yet. */
export const templateParameters: Source<'template-parameter'> = ({ template, present }, scene) => {
  const policy = scene.analysis.knowledge.samPolicyTemplates.template(template);
  return {
    items: (policy?.parameters ?? [])
      .filter(({ name }) => !present.includes(name))
      .map(({ name, description }) => ({
        label: name,
        kind: 'key',
        detail: description,
        insert: { key: name, value: argumentFor(name, scene) },
      })),
  };
};

export const templateArguments: Source<'template-argument'> = ({ parameter }, scene) => ({
  items: argumentsFor(parameter, scene).map(({ resource, value }) => ({
    label: resource.logicalId,
    kind: 'resource',
    detail: resource.type,
    insert: { value },
  })),
});

/** Managed policies by ARN: those of the template, then AWS's. */
export const managedPolicies: Source<'managed-policy'> = (_, scene) => {
  const text = ({ path, name }: ManagedPolicy): string => `arn:\${AWS::Partition}:iam::aws:policy${path}${name}`;
  return {
    items: [
      ...othersIn(scene, /^AWS::IAM::ManagedPolicy$/).map(refSuggestion),
      ...managed(scene, (policy) => ({ value: sub(text(policy)) })),
    ],
    incomplete: true,
  };
};

/** There are more than a thousand. */
const MOST_POLICIES = 150;

/** AWS's managed policies with the typed letters in their name; those that functions use first. */
function managed({ analysis, word }: Scene, insert: (policy: ManagedPolicy) => Suggestion['insert']): readonly Suggestion[] {
  const typed = word.before.replace(/^.*[/:]/, '').toLowerCase();
  const fitting = analysis.knowledge.managedPolicies
    .all()
    .filter(({ name, deprecated }) => !deprecated && name.toLowerCase().includes(typed));
  const used = fitting.filter(({ document }) => document !== undefined);
  return [...used, ...fitting.filter((policy) => !used.includes(policy))].slice(0, MOST_POLICIES).map((policy) => ({
    label: policy.name,
    kind: 'value',
    detail: 'AWS managed policy',
    insert: insert(policy),
    ...(word.before.includes(':') ? { filter: policy.arn } : {}),
  }));
}
