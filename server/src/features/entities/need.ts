import { intrinsicOf } from '../../cloudformation/index.ts';
import type { FunctionPermissions, NeedCoverage } from '../../lambda/index.ts';
import type { Span } from '../../text/span.ts';
import { type Spot, wordSpan } from './spot.ts';

/** A property because of which the execution role of a function must allow something: `VpcConfig`, the source of a mapping. */
export interface NeedEntity {
  readonly kind: 'need';
  readonly owner: FunctionPermissions;
  /** All that hangs on the property. */
  readonly needs: readonly NeedCoverage[];
  readonly span: Span;
}

export function needAt(spot: Spot): NeedEntity | undefined {
  const { analysis, resource, node } = spot;
  if (!resource || spot.site) return undefined;
  const places = placesOf(spot);
  for (const owner of analysis.permissions.functions) {
    const needs = owner.needs.filter(
      ({ need }) => need.resource.logicalId === resource.logicalId && places.some((place) => isSame(place, need.span)),
    );
    if (needs.length > 0) return { kind: 'need', owner, needs, span: wordSpan(node) };
  }
  return undefined;
}

/** The value behind the key at the spot; or the value at the spot, an expression as a whole. */
function placesOf({ entry, node, around }: Spot): readonly Span[] {
  const values = entry ? [entry.value] : [node, ...[...around].slice(1, EXPRESSION_DEPTH).filter((outer) => intrinsicOf(outer))];
  return values.flatMap((value) => (value ? [value.span, value.outerSpan] : [])).concat(entry ? [entry.key.span] : []);
}

/** How far around a word an expression is looked for: `{"Fn::GetAtt": ["Queue", "Arn"]}` is two levels out. */
const EXPRESSION_DEPTH = 3;

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
