import type { Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import { child, itemsOf, type SyntaxNode, spanInText } from '../../syntax/index.ts';
import { overlaps, type Span } from '../../text/span.ts';

/** An entry of the list of policies that a resource holds. */
export interface PolicyEntry {
  readonly owner: Resource;
  readonly property: 'Policies' | 'ManagedPolicyArns';
  readonly node: SyntaxNode;
}

/** The entry of a SAM resource's `Policies`, or of an identity's lists of policies, that the span touches. */
export function policyEntryAt({ template, tree, resources }: Analysis, span: Span): PolicyEntry | undefined {
  // A selection that spans several resources is one only in the text.
  const selected = spanInText(tree, span);
  const isSelected = (other: Span): boolean => overlaps(spanInText(tree, other), selected);
  const owner = template && resources.find((resource) => isSelected(resource.span));
  if (!owner) return undefined;
  for (const property of propertiesOf(owner)) {
    const node = itemsOf(child(owner.properties, property)).find(({ outerSpan }) => isSelected(outerSpan));
    if (node) return { owner, property, node };
  }
  return undefined;
}

/** Whether SAM makes the role that the policies go into. */
export function isOfSam({ type }: Resource): boolean {
  return type === 'AWS::Serverless::Function' || type === 'AWS::Serverless::StateMachine';
}

function propertiesOf(owner: Resource): readonly PolicyEntry['property'][] {
  if (isOfSam(owner)) return ['Policies'];
  return /^AWS::IAM::(?:Role|User|Group)$/.test(owner.type) ? ['Policies', 'ManagedPolicyArns'] : [];
}
