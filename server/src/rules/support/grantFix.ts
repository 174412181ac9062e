import type { Analysis } from '../../analysis/index.ts';
import { draftOf, type Resource, type Template } from '../../cloudformation/index.ts';
import type { FunctionPermissions, Grant, NeededGrant } from '../../lambda/index.ts';
import { display, referredTo, type SymbolicString } from '../../symbolic/index.ts';
import { entryOf, type SyntaxNode } from '../../syntax/index.ts';
import { addEntry, addItem, addToList, type Draft, mapping, ref } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import { encloses } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import { closesCycle } from './cycles.ts';
import { fittingTemplate, type WantedOn } from './fittingTemplate.ts';
import { freshLogicalId } from './logicalIds.ts';
import { mergeGrants } from './mergeGrants.ts';
import { policyTemplateUsesOf } from './policyTemplates.ts';

/** A role that something is to be granted to. */
export interface RoleToExtend {
  readonly logicalId: string;
  /** The role of the template, or what SAM generates the role for, whose `Policies` fill it. */
  readonly owner: Resource;
  readonly origin: 'sam' | 'template';
  readonly grants: readonly Grant[];
}

/** The execution role of a function as one to extend; `undefined` for one that is not of this template. */
export function executionRoleToExtend({ fn, role }: FunctionPermissions): RoleToExtend | undefined {
  const { origin, logicalId, resource, grants } = role;
  if (logicalId === undefined) return undefined;
  if (origin === 'sam') return { logicalId, owner: fn.resource, origin, grants };
  return origin === 'template' && resource ? { logicalId, owner: resource, origin, grants } : undefined;
}

/** Grants what is missing where the author would: in the `Policies` that SAM makes a role of, in the role, or in a policy of the role. */
export function grantFix(role: RoleToExtend, missing: readonly Lacking[], analysis: Analysis): readonly Fix[] {
  const wanted = byResource(missing);
  const extend = role.origin === 'sam' ? samEdits : roleEdits;
  const edits = extend(role.owner, role.grants, wanted, analysis);
  const [first, ...others] = [...new Set(wanted.flatMap(({ actions }) => actions))];
  if (!edits || !first) return [];
  const what = others.length > 0 ? `${first} and ${others.length} more` : first;
  return [{ title: `Grant ${what} to ${role.logicalId}`, preferred: true, edits }];
}

/** Actions that a role lacks on a resource. */
type Lacking = Pick<NeededGrant, 'actions' | 'written'>;

function byResource(missing: readonly Lacking[]): readonly WantedOn[] {
  const grouped = new Map<string, { on: SymbolicString; actions: string[] }>();
  for (const { actions, written } of missing) {
    const key = display(written);
    const group = grouped.get(key) ?? { on: written, actions: [] };
    group.actions.push(...actions.filter((action) => !group.actions.includes(action)));
    grouped.set(key, group);
  }
  return [...grouped.values()];
}

/** SAM makes the role: what it allows stands in the `Policies` of the function or state machine. */
function samEdits(
  owner: Resource,
  grants: readonly Grant[],
  wanted: readonly WantedOn[],
  analysis: Analysis,
): readonly TextEdit[] | undefined {
  const { edits, rest } = mergeGrants(wanted, grants, analysis.tree);
  if (rest.length === 0) return edits;
  const statements = statementDrafts(rest);
  if (!statements || !owner.properties) return undefined;
  const policy = usualTemplate(rest, analysis) ?? mapping({ Version: VERSION, Statement: statements });
  return [...edits, addToList(analysis.tree, owner.properties, 'Policies', policy)];
}

/** SAM's policy template for what is wanted, where the author uses policy templates. */
function usualTemplate(wanted: readonly WantedOn[], analysis: Analysis): Draft | undefined {
  return policyTemplateUsesOf(analysis).length > 0 ? fittingTemplate(wanted, analysis)?.entry : undefined;
}

const VERSION = '2012-10-17';

function roleEdits(
  role: Resource,
  grants: readonly Grant[],
  wanted: readonly WantedOn[],
  analysis: Analysis,
): readonly TextEdit[] | undefined {
  const { edits, rest } = mergeGrants(wanted, grants, analysis.tree);
  if (rest.length === 0) return edits;
  const added = statementEdits(role, grants, rest, analysis);
  return added && [...edits, ...added];
}

function statementEdits(
  role: Resource,
  grants: readonly Grant[],
  wanted: readonly WantedOn[],
  analysis: Analysis,
): readonly TextEdit[] | undefined {
  const statements = statementDrafts(wanted);
  const { template, tree } = analysis;
  if (!statements || !template) return undefined;
  if (
    closesCycle(
      role,
      wanted.flatMap(({ on }) => referredTo(on)),
      template,
    )
  )
    return separatePolicy(role, statements, analysis);
  const list = statementList(role, grants, template);
  if (list?.kind === 'sequence') return statements.map((statement) => addItem(tree, list, statement));
  if (!role.properties) return undefined;
  const document = mapping({ Version: VERSION, Statement: statements });
  return [
    addToList(tree, role.properties, 'Policies', mapping({ PolicyName: 'ExecutionPermissions', PolicyDocument: document })),
  ];
}

/** The list that the role's own or attached statements stand in, to which one more can be added. */
function statementList(role: Resource, grants: readonly Grant[], template: Template): SyntaxNode | undefined {
  const written = grants.filter(
    ({ source, statement }) => source === 'inline-policy' && statement.node.parent?.kind === 'sequence',
  );
  const own = written.filter(({ statement }) => encloses(role.span, statement.span));
  const attached = written.filter(({ statement }) =>
    [...template.resources.values()].some((resource) => encloses(resource.span, statement.span)),
  );
  return (own.at(-1) ?? attached.at(-1))?.statement.node.parent;
}

function statementDrafts(wanted: readonly WantedOn[]): readonly Draft[] | undefined {
  const drafts = wanted.map(({ actions, on }) => {
    const resource = draftOf(on);
    return resource === undefined
      ? undefined
      : mapping({ Effect: 'Allow', Action: actions.length === 1 ? actions[0] : actions, Resource: resource });
  });
  return drafts.every((draft) => draft !== undefined) ? drafts : undefined;
}

/** A policy of its own, which may depend on both the role and what depends on the role. */
function separatePolicy(
  role: Resource,
  statements: readonly Draft[],
  { template, tree }: Analysis,
): readonly TextEdit[] | undefined {
  const resources = template?.resourcesNode;
  if (!template || !resources) return undefined;
  const id = freshLogicalId(template, `${role.logicalId}Policy`);
  const policy = mapping({
    Type: 'AWS::IAM::Policy',
    Condition: role.condition,
    Properties: mapping({
      PolicyName: id,
      Roles: [ref(role.logicalId)],
      PolicyDocument: mapping({ Version: VERSION, Statement: statements }),
    }),
  });
  return [addEntry(tree, resources, id, policy, entryOf(resources, role.logicalId))];
}
