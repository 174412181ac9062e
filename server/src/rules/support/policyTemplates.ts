import type { Analysis } from '../../analysis/index.ts';
import { branchesOf, evaluate, intrinsicOf, type Resource, type Template } from '../../cloudformation/index.ts';
import type { SamPolicyTemplate } from '../../iam/knowledge/index.ts';
import { display, ofHole, onlyHole, type SymbolicString } from '../../symbolic/index.ts';
import { child, type Entry, entryOf, itemsOf, type MappingNode, type SyntaxNode } from '../../syntax/index.ts';

/** An entry of `Policies` that SAM takes for a policy template: a mapping with one key, its name. */
export interface PolicyTemplateUse {
  readonly owner: Resource;
  readonly entry: Entry;
  /** Absent where SAM has no policy template of this name. */
  readonly policy: SamPolicyTemplate | undefined;
}

/** The types of resources to which SAM gives the policies of templates. */
export const TEMPLATE_USERS: ReadonlySet<string> = new Set(['AWS::Serverless::Function', 'AWS::Serverless::StateMachine']);

/**
 * The policy templates that functions and state machines use. With `Role`, SAM ignores `Policies` and whatever is in there.
 * Source: github.com/aws/serverless-application-model, samtranslator/model/resource_policies.py.
 */
export function policyTemplateUsesOf({ template, resources, knowledge }: Analysis): readonly PolicyTemplateUse[] {
  if (!template?.usesSam) return [];
  return resources.filter(isGivenPolicies).flatMap((owner) =>
    entriesOf(child(owner.properties, 'Policies')).flatMap((node) => {
      const [entry, ...others] = node.entries;
      if (!entry || others.length > 0 || !/^\w+$/.test(entry.key.text) || entry.key.text === 'Statement') return [];
      return [{ owner, entry, policy: knowledge.samPolicyTemplates.template(entry.key.text) }];
    }),
  );
}

/** Entries that are only the name of a policy template, which SAM takes for a managed policy. */
export function bareNamesOf({
  template,
  resources,
  knowledge,
}: Analysis): readonly { owner: Resource; node: SyntaxNode; policy: SamPolicyTemplate }[] {
  if (!template?.usesSam) return [];
  return resources.filter(isGivenPolicies).flatMap((owner) =>
    itemsOf(child(owner.properties, 'Policies')).flatMap((node) => {
      const policy =
        node.kind === 'scalar' && node.tag === undefined ? knowledge.samPolicyTemplates.template(node.text) : undefined;
      return policy && !knowledge.managedPolicies.byName(policy.name) ? [{ owner, node, policy }] : [];
    }),
  );
}

function isGivenPolicies({ type, properties }: Resource): boolean {
  return TEMPLATE_USERS.has(type) && !entryOf(properties, 'Role');
}

function entriesOf(policies: SyntaxNode | undefined): readonly MappingNode[] {
  return itemsOf(policies)
    .flatMap((item) => branchesOf(item))
    .flatMap(({ node }) => (node?.kind === 'mapping' && node.tag === undefined && !intrinsicOf(node) ? [node] : []));
}

/** Something other than a name where the policy template puts the name into an ARN itself. */
export interface NoName {
  readonly node: SyntaxNode;
  readonly parameter: string;
  readonly gives: 'ARN' | 'URL';
  /** What names the resource, where it is one of the template. */
  readonly name: SymbolicString | undefined;
}

/** What `Ref` gives where that is no name, and the attribute that does. Source: the pages of the types, "Return values". */
const REFS: ReadonlyMap<string, { readonly gives: 'ARN' | 'URL'; readonly attribute: string }> = new Map([
  ['AWS::SQS::Queue', { gives: 'URL', attribute: 'QueueName' }],
  ['AWS::SNS::Topic', { gives: 'ARN', attribute: 'TopicName' }],
  ['AWS::StepFunctions::StateMachine', { gives: 'ARN', attribute: 'Name' }],
  ['AWS::Serverless::StateMachine', { gives: 'ARN', attribute: 'Name' }],
]);

/** The types of which `Ref` gives the name that policy templates ask for. Source: as above. */
const NAMED_BY_REF: readonly string[] = [
  'AWS::DynamoDB::Table',
  'AWS::Serverless::SimpleTable',
  'AWS::S3::Bucket',
  'AWS::Lambda::Function',
  'AWS::Serverless::Function',
  'AWS::Kinesis::Stream',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::Logs::LogGroup',
  'AWS::Events::EventBus',
  'AWS::KMS::Key',
];

/** The arguments of a policy template that are certainly an ARN or a URL where a name is asked for. */
export function nonNamesOf({ entry, policy }: PolicyTemplateUse, template: Template): readonly NoName[] {
  return (policy?.parameters ?? []).flatMap(({ name }) => {
    const node = /(?:Name|KeyId)$/.test(name) ? child(entry.value, name) : undefined;
    const found = node && noNameAt(evaluate(node, { template }), template);
    return node && found ? [{ ...found, node, parameter: name }] : [];
  });
}

function noNameAt(value: SymbolicString, template: Template): Pick<NoName, 'gives' | 'name'> | undefined {
  if (display(value).startsWith('arn:')) return { gives: 'ARN', name: undefined };
  const hole = onlyHole(value);
  const resource = hole?.kind === 'attribute' ? template.resources.get(hole.logicalId) : undefined;
  if (hole?.kind !== 'attribute' || !resource) return undefined;
  const ref = REFS.get(resource.type);
  const named = (attribute: string | undefined): SymbolicString => attributeHole(hole.logicalId, attribute);
  if (hole.attribute === undefined) return ref && { gives: ref.gives, name: named(ref.attribute) };
  if (hole.attribute !== 'Arn') return undefined;
  if (ref) return { gives: 'ARN', name: named(ref.attribute) };
  return { gives: 'ARN', name: NAMED_BY_REF.includes(resource.type) ? named(undefined) : undefined };
}

function attributeHole(logicalId: string, attribute: string | undefined): SymbolicString {
  return ofHole({ kind: 'attribute', logicalId, attribute });
}
