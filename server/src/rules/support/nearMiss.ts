import type { Analysis } from '../../analysis/index.ts';
import type { InvokePermission, Invoker, NearMiss, Trigger } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { type Draft, setEntry, sub } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import { functionDraft, sourceDraft } from './permissionFix.ts';

/** Whether the only thing wrong is that the permission is on the function and the trigger on an alias or version, or the reverse. */
export function isQualifierMismatch(invoker: Invoker): boolean {
  return qualifierNearMiss(invoker) !== undefined;
}

export function qualifierNearMiss({ nearMisses }: Invoker): NearMiss | undefined {
  return nearMisses.find(({ differs }) => differs.length === 1 && differs[0] === 'qualifier');
}

/** What a permission has that does not fit, in words: `another principal (event.amazonaws.com)`. */
export function differences({ permission, differs }: NearMiss): string {
  return differs.map((aspect) => DIFFERENCES[aspect](permission)).join(' and ');
}

type Aspect = NearMiss['differs'][number];

const DIFFERENCES: Readonly<Record<Aspect, (permission: InvokePermission) => string>> = {
  action: ({ action }) => `the action ${display(action)}`,
  principal: ({ principal }) => `another principal (${display(principal)})`,
  function: ({ target }) => `another function (${target.logicalId ?? display(target.value)})`,
  qualifier: ({ target }) =>
    target.qualifier ? `the qualifier ${display(target.qualifier)}` : 'the function without its alias or version',
  source: ({ sourceArn }) => `another source (${sourceArn ? display(sourceArn) : 'none'})`,
  account: ({ sourceAccount }) => `another account (${sourceAccount ? display(sourceAccount) : 'none'})`,
};

/** Mends a permission in one property, where just one is wrong and the right value can be written. */
export function mendFixes({ permission, differs }: NearMiss, trigger: Trigger, { template, tree }: Analysis): readonly Fix[] {
  const [aspect, ...others] = differs;
  const { properties } = permission.resource;
  if (!aspect || others.length > 0 || !template || !properties) return [];
  const right = rightValue(aspect, trigger, template);
  if (!right) return [];
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
  template: NonNullable<Analysis['template']>,
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
