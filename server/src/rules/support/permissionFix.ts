import type { Analysis } from '../../analysis/index.ts';
import { arnOf, draftOf, type Resource, type Template, written } from '../../cloudformation/index.ts';
import type { FunctionReference, Trigger } from '../../lambda/index.ts';
import { concat, display, type Guard, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { entryOf, type MappingNode, type SyntaxTree } from '../../syntax/index.ts';
import { addEntry, addToList, type Draft, mapping, ref, sub } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Fix } from '../rule.ts';
import { isUrlTrigger, URL_GRANTS, type UrlGrant } from './functionUrls.ts';
import { freshLogicalId } from './logicalIds.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Adds the `AWS::Lambda::Permission` that lets a trigger call its function: as narrow as works, and without a cycle. */
export function addPermissionFix(trigger: Trigger, { template, tree }: Analysis): readonly Fix[] {
  const resources = template?.resourcesNode;
  const { logicalId } = trigger.target;
  const condition = conditionOf(trigger.guard);
  const { principal } = trigger.definition;
  if (!template || !resources || logicalId === undefined || principal === undefined || condition === 'several') return [];
  if (isUrlTrigger(trigger)) return addUrlGrants(trigger, URL_GRANTS, { condition, principal, template, tree, resources });
  const properties = permissionProperties(trigger, template, principal);
  if (!properties) return [];
  const id = freshLogicalId(
    template,
    `${logicalId}${trigger.resource.logicalId === logicalId ? '' : trigger.resource.logicalId}Permission`,
  );
  const draft = mapping({ Type: 'AWS::Lambda::Permission', Condition: condition, Properties: properties });
  const edits = [addEntry(tree, resources, id, draft, entryOf(resources, trigger.resource.logicalId))];
  if (mustWait(trigger)) edits.unshift(dependsOnEdit(trigger.resource, id, tree));
  return [{ title: `Let ${trigger.name} invoke ${logicalId}`, preferred: true, edits }];
}

/** Adds the grants of a function URL, both or the one that is missing. */
export function addUrlGrantFix(trigger: Trigger, grants: readonly UrlGrant[], { template, tree }: Analysis): readonly Fix[] {
  const resources = template?.resourcesNode;
  const condition = conditionOf(trigger.guard);
  const { principal } = trigger.definition;
  if (!template || !resources || principal === undefined || condition === 'several') return [];
  return addUrlGrants(trigger, grants, { condition, principal, template, tree, resources });
}

interface UrlGrantPlace {
  readonly condition: string | undefined;
  readonly principal: string;
  readonly template: Template;
  readonly tree: SyntaxTree;
  readonly resources: MappingNode;
}

function addUrlGrants(trigger: Trigger, grants: readonly UrlGrant[], place: UrlGrantPlace): readonly Fix[] {
  const { condition, principal, template, tree, resources } = place;
  const { logicalId } = trigger.target;
  const functionName = functionDraft(trigger.target, template);
  if (logicalId === undefined || functionName === undefined) return [];
  const isPublic = principal === '*';
  const edits = grants.map(({ action, suffix }) => {
    const properties = mapping({
      FunctionName: functionName,
      Action: action,
      Principal: principal,
      FunctionUrlAuthType: action === 'lambda:InvokeFunctionUrl' ? (isPublic ? 'NONE' : 'AWS_IAM') : undefined,
      InvokedViaFunctionUrl: action === 'lambda:InvokeFunction' ? true : undefined,
      SourceArn: isPublic ? undefined : sourceDraft(trigger, template, NOTHING),
    });
    const draft = mapping({ Type: 'AWS::Lambda::Permission', Condition: condition, Properties: properties });
    const id = freshLogicalId(template, `${logicalId}${suffix}`);
    return addEntry(tree, resources, id, draft, entryOf(resources, trigger.resource.logicalId));
  });
  return [{ title: `Let ${isPublic ? 'everybody' : trigger.name} call the URL of ${logicalId}`, preferred: true, edits }];
}

/** Has the resource wait for another: beside its type, or in the list that it has. */
export function dependsOnEdit({ node }: Resource, id: string, tree: SyntaxTree): TextEdit {
  if (entryOf(node, 'DependsOn')) return addToList(tree, node, 'DependsOn', id);
  return addEntry(tree, node, 'DependsOn', id, entryOf(node, 'Type'));
}

/** A service that tries the permission when the trigger is deployed needs it to be there first. */
function mustWait({ definition, resource, target }: Trigger): boolean {
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

/** The one condition that a resource needs to exist exactly when the trigger does. */
function conditionOf(guard: Guard): string | undefined | 'several' {
  const [only, ...others] = guard;
  if (!only) return undefined;
  return others.length === 0 && only.holds ? only.condition : 'several';
}
