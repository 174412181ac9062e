import type { Analysis } from '../../analysis/index.ts';
import { canonical, type Resource, type Template, written } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import type { FunctionPermissions, Grant, GrantSource, InvokePermission } from '../../lambda/index.ts';
import { managedPolicyUses } from '../../rules/support/managedPolicyUses.ts';
import { policyTemplateUsesOf } from '../../rules/support/policyTemplates.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { code } from '../describe/markdown.ts';
import { permissionSentence } from '../describe/permission.ts';
import { statementLine } from '../describe/statements.ts';
import type { Line, Place } from './answer.ts';

/** A statement in words, with where it stands: ``The policy `jobs` allows `sqs:*` on `${Jobs.Arn}` ``. */
export type GrantTeller = (grant: Grant) => Line;

/**
 * What tells of the statements of a role.
 *
 * @param holder what the role's policies are written in: the role, or the function that SAM makes the role for
 */
export function grantTeller(holder: Resource | undefined, analysis: Analysis): GrantTeller {
  const nodes = writtenNodes(analysis);
  return (grant) => ({
    text: `${SOURCES[grant.source](grant.label)} ${statementWords(asWritten(grant, analysis.template))}`,
    place: placeOf(grant, holder, nodes, analysis),
  });
}

/** What the policies of a function's execution role are written in. */
export function holderOf({ fn, role }: FunctionPermissions): Resource {
  return role.resource ?? fn.resource;
}

const SOURCES: Readonly<Record<GrantSource, (label: string) => string>> = {
  'inline-policy': (label) => `The policy ${code(label)}`,
  'managed-policy': (label) => `AWS’s managed policy ${code(label)}`,
  'sam-policy-template': (label) => `SAM’s policy template ${code(label)}`,
  'sam-connector': (label) => `The connector ${code(label)}`,
  'sam-implicit': (label) => `SAM’s addition to ${code(label.replace(/ \(SAM\)$/, ''))}`,
};

const VERBS: Readonly<Record<Statement['effect'], string>> = {
  Allow: 'allows',
  Deny: '**denies**',
  unknown: 'allows or denies',
};

function statementWords(statement: Statement): string {
  return `${VERBS[statement.effect]} ${statementLine({ ...statement, effect: 'Allow' })}`;
}

/** SAM writes ARNs out; people read references to their resources. */
function asWritten({ statement, source }: Grant, template: Template | undefined): Statement {
  const { resources } = statement;
  if (!template || !resources || !source.startsWith('sam-')) return statement;
  const values = resources.values.map((one) => ({ ...one, value: written(canonical(one.value, template), template) }));
  return { ...statement, resources: { ...resources, values } };
}

/** The statements that are written in this text, by their nodes. */
function writtenNodes({ policies }: Analysis): ReadonlySet<SyntaxNode> {
  return new Set(policies.flatMap(({ document }) => document.statements.map(({ node }) => node)));
}

/** The statement itself, or the entry that brings it in. */
function placeOf(
  { statement, source, label }: Grant,
  holder: Resource | undefined,
  nodes: ReadonlySet<SyntaxNode>,
  analysis: Analysis,
): Place | undefined {
  if (nodes.has(statement.node)) return { label, span: statement.span };
  const { template } = analysis;
  const span =
    source === 'sam-connector'
      ? template?.resources.get(label)?.nameSpan
      : source === 'sam-implicit' || !holder
        ? undefined
        : entrySpan(source, label, holder, analysis);
  return span && { label, span };
}

function entrySpan(source: GrantSource, label: string, holder: Resource, analysis: Analysis): Place['span'] | undefined {
  const { template } = analysis;
  if (source === 'sam-policy-template')
    return policyTemplateUsesOf(analysis).find(({ owner, entry }) => owner === holder && entry.key.text === label)?.entry.key
      .span;
  const property = holder.type === 'AWS::IAM::Role' ? 'ManagedPolicyArns' : 'Policies';
  const use = template && managedPolicyUses(holder, property, template).find(({ name }) => name === label);
  return use?.node.outerSpan;
}

/** A Lambda permission in words; one that SAM makes stands nowhere in the text. */
export function permissionLine(permission: InvokePermission, analysis: Analysis): Line {
  const { logicalId, origin, resource, guard } = permission;
  const sentence = permissionSentence(permission, analysis).replace(
    /^This permission is part of [^’]*’s resource-based policy: it lets/,
    'lets',
  );
  const name = `${code(logicalId)}${origin === 'sam' ? ' (made by SAM)' : ''}`;
  const only = guard
    .map(({ condition, holds }) => ` Only where ${code(condition)} ${holds ? 'holds' : 'does not hold'}.`)
    .join('');
  return {
    text: `${name} ${sentence}${only}`,
    place: origin === 'sam' ? undefined : { label: logicalId, span: resource.nameSpan },
  };
}
