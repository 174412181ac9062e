import { type Template, toTemplate } from '../../../server/src/cloudformation/index.ts';
import { loadKnowledge } from '../../../server/src/knowledge.node.ts';
import { functionsOf } from '../../../server/src/lambda/functions.ts';
import type { ExecutionRole, LambdaFunction, NeedCoverage } from '../../../server/src/lambda/index.ts';
import { coverageOf, needsOf } from '../../../server/src/lambda/needs/index.ts';
import { executionRoleOf } from '../../../server/src/lambda/roles/index.ts';
import { parse, type SyntaxNode, sourceText } from '../../../server/src/syntax/index.ts';

export const knowledge = loadKnowledge();

/** The template that a text is. */
export function templateOf(text: string): Template {
  const template = toTemplate(parse(sourceText('template', text)).value);
  if (!template) throw new Error('The fixture is no template.');
  return template;
}

/** A YAML template as it is and as JSON, each with the name of its language. */
export function inBothLanguages(yaml: string): readonly (readonly [string, Template])[] {
  const template = templateOf(yaml);
  return [
    ['YAML', template],
    ['JSON', templateOf(JSON.stringify(plain(template.tree.root), null, 2))],
  ];
}

/** The node as JSON has it, short forms of intrinsic functions as long ones. */
function plain(node: SyntaxNode | undefined): unknown {
  if (!node) return null;
  const value = untagged(node);
  if (node.tag === undefined) return value;
  const name = node.tag.slice(1);
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  if (name !== 'GetAtt' || typeof value !== 'string') return { [`Fn::${name}`]: value };
  return { 'Fn::GetAtt': [value.slice(0, value.indexOf('.')), value.slice(value.indexOf('.') + 1)] };
}

function untagged(node: SyntaxNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
}

export function functionNamed(logicalId: string, template: Template): LambdaFunction {
  const fn = functionsOf(template).find((one) => one.logicalId === logicalId);
  if (!fn) throw new Error(`${logicalId} is not in the fixture.`);
  return fn;
}

export function roleOf(logicalId: string, template: Template): ExecutionRole {
  return executionRoleOf(functionNamed(logicalId, template), template, knowledge);
}

/** The coverage of one kind of need, by the id of its row. */
export function coverage(logicalId: string, need: string, template: Template): readonly NeedCoverage[] {
  const needs = needsOf(functionNamed(logicalId, template), template).filter(({ definition }) => definition.id === need);
  return coverageOf(needs, roleOf(logicalId, template), template);
}
