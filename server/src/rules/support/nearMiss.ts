import type { Analysis } from '../../analysis/index.ts';
import type { Template } from '../../cloudformation/index.ts';
import type { InvokePermission, NearMiss, Trigger } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { type Draft, setEntry, sub } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import { functionDraft, sourceDraft } from './permissionFix.ts';

/** The permission on which only the alias or version is wrong. */
export function qualifierNearMiss(nearMisses: readonly NearMiss[]): NearMiss | undefined {
  return nearMisses.find(({ differs }) => differs.length === 1 && differs[0] === 'qualifier');
}

/** What a permission has that does not fit, in words: `another principal (event.amazonaws.com)`. */
export function differences({ permission, differs }: NearMiss): string {
  return differs.map((aspect) => ASPECTS[aspect].words(permission)).join(' and ');
}

/** The one property of a permission that is wrong; `undefined` where more is. */
export function wrongProperty({ differs: [aspect, ...others] }: NearMiss): string | undefined {
  return aspect && others.length === 0 ? ASPECTS[aspect].property : undefined;
}

/** What the one wrong property should name, as people read it; `undefined` where more is wrong, or the value is not known. */
export function rightValueOf(
  { differs: [aspect, ...others] }: NearMiss,
  { definition, target, source }: Trigger,
): string | undefined {
  if (others.length > 0) return undefined;
  if (aspect === 'action') return 'lambda:InvokeFunction';
  if (aspect === 'principal') return definition.principal;
  if (aspect === 'function') return target.logicalId;
  return aspect === 'source' && source ? display(source) : undefined;
}

type Aspect = NearMiss['differs'][number];

interface AspectInWords {
  readonly property: string;
  readonly words: (permission: InvokePermission) => string;
}

const ASPECTS: Readonly<Record<Aspect, AspectInWords>> = {
  action: { property: 'Action', words: ({ action }) => `the action ${display(action)}` },
  principal: { property: 'Principal', words: ({ principal }) => `another principal (${display(principal)})` },
  function: {
    property: 'FunctionName',
    words: ({ target }) => `another function (${target.logicalId ?? display(target.value)})`,
  },
  qualifier: {
    property: 'FunctionName',
    words: ({ target }) =>
      target.qualifier ? `the qualifier ${display(target.qualifier)}` : 'the function without its alias or version',
  },
  source: {
    property: 'SourceArn',
    words: ({ sourceArn }) => `another source (${sourceArn ? display(sourceArn) : 'none'})`,
  },
  account: {
    property: 'SourceAccount',
    words: ({ sourceAccount }) => `another account (${sourceAccount ? display(sourceAccount) : 'none'})`,
  },
};

/** Whether just one property of a permission is wrong, and the right value can be written. */
export function isMendable(nearMiss: NearMiss, trigger: Trigger, { template }: Analysis): boolean {
  return rightEntry(nearMiss, trigger, template) !== undefined && nearMiss.permission.resource.properties !== undefined;
}

function rightEntry(
  { differs: [aspect, ...others] }: NearMiss,
  trigger: Trigger,
  template: Template | undefined,
): readonly [string, Draft] | undefined {
  return aspect && template && others.length === 0 ? rightValue(aspect, trigger, template) : undefined;
}

/** Mends a permission in its one wrong property; nothing where it is not mendable. */
export function mendFixes(nearMiss: NearMiss, trigger: Trigger, { template, tree }: Analysis): readonly Fix[] {
  const { permission } = nearMiss;
  const { properties } = permission.resource;
  const right = rightEntry(nearMiss, trigger, template);
  if (!right || !properties) return [];
  const [key, value] = right;
  return [
    {
      title: `Let ${trigger.name} invoke ${trigger.target.logicalId}: mend ${key} of ${permission.logicalId}`,
      preferred: true,
      edits: [setEntry(tree, properties, key, value)],
    },
  ];
}

function rightValue(
  aspect: NearMiss['differs'][number],
  trigger: Trigger,
  template: Template,
): readonly [string, Draft] | undefined {
  const { principal } = trigger.definition;
  const avoid = trigger.definition.checkedAtDeployment ? new Set([trigger.resource.logicalId]) : new Set<string>();
  const functionName = functionDraft(trigger.target, template);
  const source = sourceDraft(trigger, template, avoid);
  switch (aspect) {
    case 'action':
      return ['Action', 'lambda:InvokeFunction'];
    case 'principal':
      return principal === undefined ? undefined : ['Principal', principal.includes('${') ? sub(principal) : principal];
    case 'function':
    case 'qualifier':
      return functionName === undefined ? undefined : ['FunctionName', functionName];
    case 'source':
      return source === undefined ? undefined : ['SourceArn', source];
    case 'account':
      return undefined;
  }
}
