import { intrinsicOf, referencesIn } from '../../cloudformation/index.ts';
import { touches } from '../../text/span.ts';
import { type NamedEntity, named } from './named.ts';
import type { Spot } from './spot.ts';

/** The resource that a `Ref`, a `Fn::GetAtt` or a variable of a `Fn::Sub` at the spot names. */
export function referenceAt({ analysis, around, offset }: Spot): NamedEntity | undefined {
  const call = [...around].find((node) => intrinsicOf(node) !== undefined);
  if (!call || !analysis.template) return undefined;
  const reference = [...referencesIn(call)].find(({ span }) => touches(span, offset));
  const resource = reference && analysis.template.resources.get(reference.name);
  return resource && named(resource, analysis, reference.span);
}
