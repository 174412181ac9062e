import type { Analysis } from '../../analysis/index.ts';
import { arnOf, draftOf, type Resource, type Template, written } from '../../cloudformation/index.ts';
import type { FunctionReference, Trigger } from '../../lambda/index.ts';
import { concat, display, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { entryOf, type MappingNode, type SyntaxTree } from '../../syntax/index.ts';
import { addEntry, addToList, type Draft, mapping, ref, sub } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Fix } from '../rule.ts';
import { type ConditionOfNew, conditionFor } from './conditionFor.ts';
import { isUrlTrigger, URL_GRANTS, type UrlGrant } from './functionUrls.ts';
import { freshLogicalId } from './logicalIds.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Adds the `AWS::Lambda::Permission` that lets a trigger call its function: as narrow as works, and without a cycle. */
export function addPermissionFix(trigger: Trigger, analysis: Analysis): readonly Fix[] {
  if (isUrlTrigger(trigger)) return addUrlGrantFix(trigger, URL_GRANTS, analysis);
  const place = placeFor(trigger, analysis);
  const { logicalId } = trigger.target;
  const properties = place && permissionProperties(trigger, place.template, place.principal);
  if (!place || !properties || logicalId === undefined) return [];
  const { template, tree } = place;
  const id = freshLogicalId(
    template,
    `${logicalId}${trigger.resource.logicalId === logicalId ? '' : trigger.resource.logicalId}Permission`,
  );
  const edits = [...place.condition.edits, addPermission(id, properties, trigger, place)];
  if (mustWait(trigger)) edits.unshift(dependsOnEdit(trigger.resource, id, tree));
  return [{ title: `Let ${trigger.name} invoke ${logicalId}`, preferred: true, edits }];
}

/** Where and under which condition permissions for a trigger are added. */
interface Place {
  readonly condition: ConditionOfNew;
  readonly principal: string;
  readonly template: Template;
  readonly tree: SyntaxTree;
  readonly resources: MappingNode;
}

function placeFor({ guard, definition: { principal } }: Trigger, { template, tree }: Analysis): Place | undefined {
  const resources = template?.resourcesNode;
  const condition = conditionFor(guard, { template, tree });
  if (!template || !resources || !condition || principal === undefined) return undefined;
  return { condition, principal, template, tree, resources };
}

function addPermission(id: string, properties: Draft, trigger: Trigger, { condition, tree, resources }: Place): TextEdit {
  const draft = mapping({ Type: 'AWS::Lambda::Permission', Condition: condition.name, Properties: properties });
  return addEntry(tree, resources, id, draft, entryOf(resources, trigger.resource.logicalId));
}

/** Adds the grants of a function URL, both or the one that is missing. */
export function addUrlGrantFix(trigger: Trigger, grants: readonly UrlGrant[], analysis: Analysis): readonly Fix[] {
  const place = placeFor(trigger, analysis);
  const { logicalId } = trigger.target;
  const functionName = place && functionDraft(trigger.target, place.template);
  if (!place || logicalId === undefined || functionName === undefined) return [];
  const isPublic = place.principal === '*';
  const edits = grants.map(({ action, suffix }) => {
    const properties = mapping({
      FunctionName: functionName,
      Action: action,
      Principal: place.principal,
      FunctionUrlAuthType: action === 'lambda:InvokeFunctionUrl' ? (isPublic ? 'NONE' : 'AWS_IAM') : undefined,
      InvokedViaFunctionUrl: action === 'lambda:InvokeFunction' ? true : undefined,
      SourceArn: isPublic ? undefined : sourceDraft(trigger, place.template, NOTHING),
    });
    return addPermission(freshLogicalId(place.template, `${logicalId}${suffix}`), properties, trigger, place);
  });
  const title = `Let ${isPublic ? 'everybody' : trigger.name} call the URL of ${logicalId}`;
  return [{ title, preferred: true, edits: [...place.condition.edits, ...edits] }];
}

/** Has the resource wait for another: beside its type, or in the list that it has. */
export function dependsOnEdit({ node }: Resource, id: string, tree: SyntaxTree): TextEdit {
  if (entryOf(node, 'DependsOn')) return addToList(tree, node, 'DependsOn', id);
  return addEntry(tree, node, 'DependsOn', id, entryOf(node, 'Type'));
}

/** A service that tries the permission when the trigger is deployed needs it to be there first. */
export function mustWait({ definition, resource, target }: Trigger): boolean {
  return definition.checkedAtDeployment && resource.logicalId !== target.logicalId;
}

function permissionProperties(trigger: Trigger, template: Template, principal: string): Draft | undefined {
  const functionName = functionDraft(trigger.target, template);
  const avoid = mustWait(trigger) ? new Set([trigger.resource.logicalId]) : NOTHING;
  const sourceArn = sourceDraft(trigger, template, avoid);
  if (functionName === undefined) return undefined;
  return mapping({
    FunctionName: functionName,
    Action: 'lambda:InvokeFunction',
    Principal: principal.includes('${') ? sub(principal) : principal,
    SourceAccount: trigger.needsSourceAccount || sourceArn === undefined ? ref('AWS::AccountId') : undefined,
    SourceArn: sourceArn,
  });
}

/** The source ARN as the file would write it; `undefined` when it cannot be named without a cycle, or at all. */
export function sourceDraft(trigger: Trigger, template: Template, avoid: ReadonlySet<string>): Draft | undefined {
  if (!trigger.source) return undefined;
  const value = written(trigger.source, template, new Set([...avoid, ...namesakes(trigger.resource, template)]));
  const refersBack = value.parts.some(
    (part) => part.kind === 'hole' && part.hole.kind === 'attribute' && avoid.has(part.hole.logicalId),
  );
  return refersBack || display(value) === '*' ? undefined : draftOf(value);
}

/** Other resources with the ARN of this one: of two rules of one name under opposite conditions, each is to be named for itself. */
function namesakes(resource: Resource, template: Template): readonly string[] {
  const own = arnOf(resource, template);
  if (!own) return [];
  const key = display(own);
  return [...template.resources.values()].flatMap((other) => {
    const arn = other === resource ? undefined : arnOf(other, template);
    return arn && display(arn) === key ? [other.logicalId] : [];
  });
}

/** The function with its alias or version, as `FunctionName` takes it. */
export function functionDraft({ logicalId, qualifier, value }: FunctionReference, template: Template): Draft | undefined {
  if (logicalId === undefined) return undefined;
  const alias =
    template.resources.get(logicalId)?.type === 'AWS::Serverless::Function'
      ? samAlias(logicalId, qualifier, template)
      : undefined;
  if (alias) return ref(alias);
  const arn = ofHole({ kind: 'attribute', logicalId, attribute: 'Arn' });
  if (!qualifier) return draftOf(arn);
  const owner = qualifierResource(value, template);
  return owner ? ref(owner.logicalId) : draftOf(concat([arn, ':', qualifier]));
}

function samAlias(logicalId: string, qualifier: SymbolicString | undefined, template: Template): string | undefined {
  const alias = ofHole({ kind: 'attribute', logicalId, attribute: 'Alias' });
  const arn = ofHole({ kind: 'attribute', logicalId, attribute: 'Arn' });
  if (!qualifier) return undefined;
  return display(written(concat([arn, ':', qualifier]), template)) === display(alias) ? `${logicalId}.Alias` : undefined;
}

/** The alias or version of the template whose ARN the value is. */
function qualifierResource(value: SymbolicString, template: Template): Resource | undefined {
  const [only] = written(value, template).parts;
  const resource =
    only?.kind === 'hole' && only.hole.kind === 'attribute' ? template.resources.get(only.hole.logicalId) : undefined;
  return resource && /^AWS::Lambda::(Alias|Version)$/.test(resource.type) ? resource : undefined;
}
