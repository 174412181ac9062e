import { expect } from 'vitest';
import { type Template, toTemplate } from '../../../server/src/cloudformation/index.ts';
import { loadKnowledge } from '../../../server/src/knowledge.node.ts';
import { functionsOf } from '../../../server/src/lambda/functions.ts';
import type { InvokePermission, Invoker, Trigger } from '../../../server/src/lambda/index.ts';
import { invokersOf, permissionsOf } from '../../../server/src/lambda/permissions/index.ts';
import { triggersOf } from '../../../server/src/lambda/triggers/index.ts';
import { display, type SymbolicString } from '../../../server/src/symbolic/index.ts';
import { parse, sourceText } from '../../../server/src/syntax/index.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The template that a text holds. */
export function templateOf(text: string, uri = 'template.yaml'): Template {
  const template = toTemplate(parse(sourceText(uri, text)).value);
  if (!template) throw new Error(`not a template:\n${text}`);
  return template;
}

/** The same template in both languages. */
export function inBoth(value: Json): readonly (readonly [string, Template])[] {
  return [
    ['YAML', templateOf(asYaml(value))],
    ['JSON', templateOf(JSON.stringify(value, null, 2), 'template.json')],
  ];
}

/** YAML in block style, with quoted scalars and keys. */
export function asYaml(value: Json, indent = ''): string {
  if (Array.isArray(value))
    return value.length === 0 ? ' []' : value.map((item) => `\n${indent}-${asYaml(item, `${indent}  `)}`).join('');
  if (value === null || typeof value !== 'object') return ` ${JSON.stringify(value)}`;
  const entries = Object.entries(value);
  if (entries.length === 0) return ' {}';
  return entries.map(([key, item]) => `\n${indent}${JSON.stringify(key)}:${asYaml(item, `${indent}  `)}`).join('');
}

/** An object with a value at each path of keys and list positions: `Targets.0.Arn`. */
export function objectOf(values: Readonly<Record<string, Json>>): Json {
  const paths = Object.entries(values);
  const [whole] = paths.filter(([path]) => path === '');
  if (whole) return whole[1];
  const children = new Map<string, Record<string, Json>>();
  for (const [path, value] of paths) {
    const [key = '', ...rest] = path.split('.');
    children.set(key, { ...children.get(key), [rest.join('.')]: value });
  }
  const built = [...children].map(([key, child]) => [key, objectOf(child)] as const);
  return children.has('0') ? built.map(([, child]) => child) : Object.fromEntries(built);
}

export const FN: Json = { Type: 'AWS::Lambda::Function', Properties: { Handler: 'index.handler', Runtime: 'nodejs22.x' } };

export interface Invocation {
  readonly template: Template;
  readonly triggers: readonly Trigger[];
  readonly permissions: readonly InvokePermission[];
  readonly invokers: readonly Invoker[];
}

const knowledge = loadKnowledge();

/** All that is found in a template about who may invoke its functions. */
export function invocationIn(template: Template): Invocation {
  const triggers = triggersOf(template);
  const permissions = permissionsOf(template);
  const invokers = functionsOf(template).flatMap((fn) => invokersOf({ fn, template, knowledge }));
  return { template, triggers, permissions, invokers };
}

export const shown = (value: SymbolicString | undefined): string | undefined => value && display(value);

/** Each invoker in a line: `Bucket s3-bucket-notification missing`. */
export function verdictsIn(template: Template): readonly string[] {
  return invocationIn(template).invokers.map(({ trigger, verdict }) => `${trigger.name} ${trigger.definition.id} ${verdict}`);
}

/** Expects these verdicts of a YAML text, in this order. */
export function expectVerdicts(text: string, verdicts: readonly string[]): void {
  expect(verdictsIn(templateOf(text))).toEqual(verdicts);
}
