import { documentFact, fact, sameItems } from '../incremental/facts.ts';
import { concat, display, type Hole, knownText, literal, ofHole, type Part, type SymbolicString } from '../symbolic/index.ts';
import { ARN_ROWS, type ArnRow } from './arnTable.ts';
import { evaluate } from './evaluate.ts';
import { propertyAt } from './properties.ts';
import type { Resource, Template } from './template.ts';

const DEEPEST = 6;

/**
 * The same string with references to resources written out: `${Queue.Arn}` as `arn:${AWS::Partition}:sqs:…:${Queue.QueueName}`, and a
 * name as its literal text where the template gives the resource one. Two spellings of one resource become equal.
 */
export function canonical(value: SymbolicString, template: Template, depth = 0): SymbolicString {
  if (depth > DEEPEST || value.parts.every((part) => part.kind === 'text')) return value;
  return depth > 0 ? writtenOut(value, template, depth) : whole(template, value);
}

/** What policies name is compared with every request, so the answers for whole values are kept. */
const whole = fact((template: Template, value: SymbolicString) => writtenOut(value, template, 0));

function writtenOut(value: SymbolicString, template: Template, depth: number): SymbolicString {
  return concat(
    value.parts.map((part) => canonicalPart(part, template, depth + 1)),
    value.origin,
  );
}

function canonicalPart(part: Part, template: Template, depth: number): SymbolicString {
  if (part.kind === 'text') return literal(part.text);
  const { hole } = part;
  if (hole.kind === 'choice') {
    const [yes, no] = hole.alternatives;
    return ofHole({ ...hole, alternatives: [canonical(yes, template, depth), canonical(no, template, depth)] });
  }
  return (hole.kind === 'attribute' && canonicalAttribute(hole, template, depth)) || ofHole(hole);
}

type AttributeHole = Extract<Hole, { kind: 'attribute' }>;

function canonicalAttribute(
  { logicalId, attribute }: AttributeHole,
  template: Template,
  depth: number,
): SymbolicString | undefined {
  const resource = template.resources.get(logicalId);
  const row = resource && ARN_ROWS.get(resource.type);
  if (!resource || !row) return undefined;
  const meaning = attribute === undefined ? row.ref : row.attributes[attribute];
  if (meaning === undefined) return undefined;
  const context: ArnContext = { template, resource, row, depth };
  return meaning === 'name' ? nameOf(context) : meaning === 'arn' ? fill(row.arn, context) : fill(meaning, context);
}

interface ArnContext {
  readonly template: Template;
  readonly resource: Resource;
  readonly row: ArnRow;
  readonly depth: number;
}

/** A pattern of the table: see `ArnRow.arn`. */
function fill(pattern: string, context: ArnContext): SymbolicString {
  return concat(
    pattern.split(/\{([^}]+)\}/).map((piece, i) => {
      if (i % 2 === 0) return piece;
      return PLACES[piece] ?? (piece === 'name' ? nameOf(context) : placeOf(piece, context));
    }),
  );
}

const pseudo = (name: string): SymbolicString => ofHole({ kind: 'pseudo', name });

const PLACES: Readonly<Record<string, SymbolicString>> = {
  P: pseudo('AWS::Partition'),
  R: pseudo('AWS::Region'),
  A: pseudo('AWS::AccountId'),
};

function placeOf(piece: string, context: ArnContext): SymbolicString {
  if (piece.startsWith('.'))
    return ofHole({ kind: 'attribute', logicalId: context.resource.logicalId, attribute: piece.slice(1) });
  if (piece.startsWith('@')) return functionArn(propertyValue(piece.slice(1), context));
  if (piece.startsWith('/')) return busPrefix(piece.slice(1), context);
  if (piece.startsWith('~')) return pathOf(piece.slice(1), context);
  return propertyValue(piece, context);
}

function propertyValue(property: string, { template, resource, depth }: ArnContext): SymbolicString {
  const node = propertyAt(template, resource, property);
  if (!node) return ofHole({ kind: 'attribute', logicalId: resource.logicalId, attribute: property });
  return canonical(evaluate(node, { template }), template, depth + 1);
}

/** A function's ARN from what `FunctionName` of an alias or a version may be: a name or an ARN. */
function functionArn(name: SymbolicString): SymbolicString {
  const [first] = name.parts;
  if (first?.kind === 'text' && first.text.startsWith('arn:')) return name;
  return concat([
    'arn:',
    pseudo('AWS::Partition'),
    ':lambda:',
    pseudo('AWS::Region'),
    ':',
    pseudo('AWS::AccountId'),
    ':function:',
    name,
  ]);
}

/** The path in a role's ARN. */
function pathOf(property: string, context: ArnContext): SymbolicString {
  return propertyAt(context.template, context.resource, property) ? propertyValue(property, context) : literal('/');
}

/** The event bus in a rule's ARN: only rules of another bus than the default one name it. */
function busPrefix(property: string, context: ArnContext): SymbolicString {
  if (!propertyAt(context.template, context.resource, property)) return literal('');
  const bus = propertyValue(property, context);
  if (knownText(bus) === 'default') return literal('');
  const [first] = bus.parts;
  if (first?.kind !== 'text' || !first.text.startsWith('arn:')) return concat([bus, '/']);
  return ofHole({ kind: 'opaque', reason: 'an event bus ARN', key: display(bus) });
}

function nameOf(context: ArnContext): SymbolicString {
  const { template, resource, row, depth } = context;
  const node = row.nameProperty === undefined ? undefined : propertyAt(template, resource, row.nameProperty);
  const own: SymbolicString = ofHole({ kind: 'attribute', logicalId: resource.logicalId, attribute: row.nameAttribute });
  if (!node) return own;
  const value = canonical(evaluate(node, { template }), template, depth + 1);
  // `!If [Named, orders, !Ref AWS::NoValue]` gives a name that CloudFormation may also make up.
  return display(value).includes('AWS::NoValue') ? own : value;
}

/** The ARN of a resource of the template in canonical form; `undefined` for a type whose ARN is not known here. */
export function arnOf(resource: Resource, template: Template): SymbolicString | undefined {
  return namedArn(template, resource)?.arn;
}

/** A resource with its ARN. */
export interface NamedArn {
  readonly resource: Resource;
  /** In canonical form. */
  readonly arn: SymbolicString;
  /** The same as text: equal for equal ARNs. */
  readonly text: string;
}

/** The ARNs of all resources whose ARN is known here. */
export const namedArns = documentFact(
  (template: Template): readonly NamedArn[] =>
    template.ofTypes(ARN_ROWS).flatMap((resource) => namedArn(template, resource) ?? []),
  sameItems,
);

const namedArn = fact((template: Template, resource: Resource): NamedArn | undefined => {
  const row = ARN_ROWS.get(resource.type);
  const arn = row && fill(row.arn, { template, resource, row, depth: 0 });
  return arn && { resource, arn, text: display(arn) };
});

/**
 * The reference that gives a resource's ARN: `Ref` for the types whose `Ref` is one, else the attribute that is. Where no reference gives
 * it, the ARN made of the resource's name.
 */
export function arnReference({ logicalId, type }: Resource): SymbolicString {
  const row = ARN_ROWS.get(type);
  const attribute = Object.keys(row?.attributes ?? {}).find((name) => row?.attributes[name] === 'arn');
  if (row?.ref === 'arn') return ofHole({ kind: 'attribute', logicalId, attribute: undefined });
  if (row && attribute === undefined) return byName(row, logicalId);
  return ofHole({ kind: 'attribute', logicalId, attribute: attribute ?? 'Arn' });
}

function byName({ arn, nameAttribute }: ArnRow, logicalId: string): SymbolicString {
  const name = ofHole({ kind: 'attribute', logicalId, attribute: nameAttribute });
  return concat(arn.split(/\{([^}]+)\}/).map((piece, i) => (i % 2 === 0 ? piece : (PLACES[piece] ?? name))));
}

/** The reference that gives a resource's name; `undefined` for a type whose name no reference is known to give. */
export function nameReference({ logicalId, type }: Resource): SymbolicString | undefined {
  const row = ARN_ROWS.get(type);
  if (!row || (row.ref !== 'name' && row.nameAttribute === undefined)) return undefined;
  return ofHole({ kind: 'attribute', logicalId, attribute: row.ref === 'name' ? undefined : row.nameAttribute });
}
