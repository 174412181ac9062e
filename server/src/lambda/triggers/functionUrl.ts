import { evaluate, guardOf, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { concat, knownText } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { functionReference, functionsOf } from '../functions.ts';
import type { FunctionReference } from '../model.ts';
import { functionUrlConfig, invokedFunction, urlAuthType } from '../sam/index.ts';
import { placesAt } from './places.ts';
import { calledBy, canonicalValue, needsNothing, nowhere, type Sighting, type TriggerRow } from './row.ts';

const docsUrl = 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html';

const PUBLIC = calledBy('*', { id: 'function-url', title: 'Function URL', docsUrl });
const WITH_IAM = needsNothing({
  id: 'function-url-iam',
  title: 'Function URL with IAM authentication',
  docsUrl,
  reason:
    'A caller of the same account needs lambda:InvokeFunctionUrl and lambda:InvokeFunction in an identity policy, nothing here.',
});

export const functionUrl: readonly TriggerRow[] = [
  { definition: PUBLIC, types: ['AWS::Lambda::Url', 'AWS::Serverless::Function'], find: urls },
  { definition: WITH_IAM, types: [], find: nowhere },
];

function urls(resource: Resource, template: Template): readonly Sighting[] {
  return resource.type === 'AWS::Lambda::Url' ? ownUrl(resource, template) : samUrl(resource, template);
}

function ownUrl(resource: Resource, template: Template): readonly Sighting[] {
  return placesAt(resource, template, 'TargetFunctionArn').map(({ node, guard, property }) => ({
    node,
    guard,
    property,
    target: qualified(functionReference(evaluate(node, { template }), template), resource, template),
    ...variant(propertyAt(template, resource, 'AuthType'), template),
  }));
}

function qualified(target: FunctionReference, resource: Resource, template: Template): FunctionReference {
  const node = propertyAt(template, resource, 'Qualifier');
  if (!node) return target;
  const qualifier = canonicalValue(node, template);
  return { ...target, qualifier, value: concat([target.value, ':', qualifier]) };
}

function samUrl(resource: Resource, template: Template): readonly Sighting[] {
  const fn = functionsOf(template).find(({ logicalId }) => logicalId === resource.logicalId);
  const node = fn && functionUrlConfig(fn, template);
  if (!fn || node?.kind !== 'mapping') return [];
  const authType = urlAuthType(fn, template);
  return [
    {
      node: authType ?? node,
      guard: guardOf(resource),
      property: authType ? 'FunctionUrlConfig.AuthType' : 'FunctionUrlConfig',
      target: invokedFunction(fn, template),
      ...variant(authType, template),
    },
  ];
}

function variant(authType: SyntaxNode | undefined, template: Template): Pick<Sighting, 'definition'> {
  const text = authType && knownText(evaluate(authType, { template }));
  return text === 'AWS_IAM' ? { definition: WITH_IAM } : {};
}
