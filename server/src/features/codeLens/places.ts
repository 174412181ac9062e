import type { Analysis } from '../../analysis/index.ts';
import type { FunctionPermissions } from '../../lambda/index.ts';
import { isPolicyType } from '../entities/named.ts';
import type { CodeLens } from './lens.ts';

/** The lenses of a document, without their words. */
export function lensesOf(analysis: Analysis): readonly CodeLens[] {
  if (!analysis.template) return policyLenses(analysis);
  const { functions } = analysis.permissions;
  return [...functions.map(functionLens), ...resourceLenses(analysis), ...functions.flatMap(triggerLenses)];
}

function functionLens({ fn }: FunctionPermissions): CodeLens {
  return { span: fn.resource.nameSpan, subject: { kind: 'function', logicalId: fn.logicalId } };
}

function resourceLenses({ template }: Analysis): readonly CodeLens[] {
  return [...(template?.resources.values() ?? [])].flatMap(({ logicalId, type, nameSpan }) => {
    const kind = type === 'AWS::IAM::Role' ? 'role' : isPolicyType(type) ? 'policy' : undefined;
    return kind ? [{ span: nameSpan, subject: { kind, logicalId } }] : [];
  });
}

/** One for each property that names a function, though several routes may call through it. */
function triggerLenses({ fn, invokers }: FunctionPermissions): readonly CodeLens[] {
  const byPlace = new Map<string, CodeLens>();
  for (const { trigger } of invokers) {
    const { resource, property, span } = trigger;
    const subject = { kind: 'trigger', logicalId: resource.logicalId, property, functionId: fn.logicalId } as const;
    byPlace.set(`${resource.logicalId} ${property}`, { span, subject });
  }
  return [...byPlace.values()];
}

function policyLenses({ policies }: Analysis): readonly CodeLens[] {
  return policies.map(({ document }, index) => ({
    span: document.node.entries[0]?.key.span ?? document.node.span,
    subject: { kind: 'policy-file', index },
  }));
}
