import { arnOf, canonical, evaluate, propertyAt } from '../../cloudformation/index.ts';
import { concat, display, knownText, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import type { Place } from './places.ts';

/** How the ARN is made that a service presents as `aws:SourceArn`. */
export type Source = (place: Pick<Place, 'resource' | 'template'>) => SymbolicString | undefined;

/** The ARN of the resource that holds the property. */
export const ownArn: Source = ({ resource, template }) =>
  arnOf(resource, template) ?? ofHole({ kind: 'attribute', logicalId: resource.logicalId, attribute: 'Arn' });

const pseudo = (name: string): SymbolicString => ofHole({ kind: 'pseudo', name });

const KNOWN: Readonly<Record<string, SymbolicString>> = {
  P: pseudo('AWS::Partition'),
  R: pseudo('AWS::Region'),
  A: pseudo('AWS::AccountId'),
};

/**
 * An ARN by a pattern: `{P}` partition, `{R}` Region, `{A}` account, `{Ref}` and `{.X}` what `Ref` and the attribute X of the resource
 * give, `{X.Y}` the property at that path. A `*` stands for what is free or not known.
 */
export function arn(pattern: string): Source {
  const pieces = pattern.split(/\{([^}]+)\}/);
  return (place) => concat(pieces.map((piece, i) => (i % 2 === 0 ? piece : (KNOWN[piece] ?? fill(piece, place)))));
}

function fill(piece: string, { resource, template }: Parameters<Source>[0]): SymbolicString | string {
  if (piece === 'Ref' || piece.startsWith('.')) {
    const attribute = piece === 'Ref' ? undefined : piece.slice(1);
    return canonical(ofHole({ kind: 'attribute', logicalId: resource.logicalId, attribute }), template);
  }
  const node = propertyAt(template, resource, ...piece.split('.'));
  if (!node) return '*';
  const value = canonical(evaluate(node, { template }), template);
  return display(value).includes('AWS::NoValue') ? '*' : value;
}

/** An ARN of pieces; `{P}`, `{R}` and `{A}` in texts as for `arn`. */
export function patternArn(pieces: readonly (SymbolicString | string)[]): SymbolicString {
  const written = pieces.flatMap((piece) =>
    typeof piece === 'string' ? piece.split(/\{([PRA])\}/).map((part, i) => (i % 2 === 0 ? part : (KNOWN[part] ?? ''))) : [piece],
  );
  return concat(written);
}

/** `Ref` of, or an attribute of, a resource that perhaps only SAM makes. */
export function referenceTo(logicalId: string, attribute?: string): SymbolicString {
  return ofHole({ kind: 'attribute', logicalId, attribute });
}

/** The ARN that a property gives; `undefined` when it certainly gives a name. */
export function arnIn(...path: readonly string[]): Source {
  return ({ resource, template }) => {
    const node = propertyAt(template, resource, ...path);
    const value = node && canonical(evaluate(node, { template }), template);
    const text = value && knownText(value);
    return text !== undefined && !text.startsWith('arn:') ? undefined : value;
  };
}

/** `arn:…:execute-api:…:<api>/…`: what API Gateway presents for a route or an authorizer. */
export function executeApiArn(api: SymbolicString | undefined, rest: string | SymbolicString): SymbolicString {
  return patternArn(['arn:{P}:execute-api:{R}:{A}:', api ?? '*', '/', rest]);
}

/** A route's path as API Gateway presents it: parameters are free, a slash at the end is dropped. */
export function presentedPath(path: string): string {
  const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return bare.replace(/\{[^}]*\}/g, '*');
}

/** `ANY` in any of its spellings is every method. */
export function presentedMethod(method: string): string {
  return /^(?:any|x-amazon-apigateway-any-method)$/i.test(method) ? '*' : method.toUpperCase();
}
