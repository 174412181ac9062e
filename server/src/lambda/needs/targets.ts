import { canonical, evaluate, type Resource, type Template } from '../../cloudformation/index.ts';
import { concat, literal, ofHole, onlyHole, type SymbolicString } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import type { Target } from './grants.ts';

/** What a node of the template names. */
export function targetOf(node: SyntaxNode, template: Template): Target {
  const written = evaluate(node, { template });
  return { on: canonical(written, template), written };
}

/** The target with the same text behind both of its spellings: `/*` for the objects of a bucket. */
export function within(target: Target, suffix: string): Target {
  return { on: concat([target.on, suffix]), written: concat([target.written, suffix]) };
}

/** An ARN of the template's account and Region; both spellings are the same. */
export function arnIn(service: string, ...rest: readonly (SymbolicString | string)[]): Target {
  const value = concat([
    'arn:',
    pseudo('AWS::Partition'),
    `:${service}:`,
    pseudo('AWS::Region'),
    ':',
    pseudo('AWS::AccountId'),
    ':',
    ...rest,
  ]);
  return { on: value, written: value };
}

const pseudo = (name: string): SymbolicString => ofHole({ kind: 'pseudo', name });

/** The value's texts with `\0` for every hole, so that a pattern can be matched against what is known. */
export function skeleton(value: SymbolicString): string {
  return value.parts.map((part) => (part.kind === 'text' ? part.text : '\0')).join('');
}

/** The resource whose attribute the value is, where nothing else is known of it. */
export function resourceOfHole(value: SymbolicString, template: Template): Resource | undefined {
  const hole = onlyHole(value);
  return hole?.kind === 'attribute' ? template.resources.get(hole.logicalId) : undefined;
}

/** The type of that resource. */
export function typeOfHole(value: SymbolicString, template: Template): string | undefined {
  return resourceOfHole(value, template)?.type;
}

/** The same ARN cut off before a piece of text: the stream's ARN out of its consumer's. */
export function before(value: SymbolicString, text: string): SymbolicString {
  const at = value.parts.findIndex((part) => part.kind === 'text' && part.text.includes(text));
  const part = value.parts[at];
  if (part?.kind !== 'text') return value;
  const rest = literal(part.text.slice(0, part.text.indexOf(text)));
  return concat([{ parts: value.parts.slice(0, at), origin: value.origin }, rest], value.origin);
}
