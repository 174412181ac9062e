import { intrinsicOf, referencesIn } from '../../cloudformation/index.ts';
import { touches } from '../../text/span.ts';
import { type NamedEntity, named } from './named.ts';
import type { ParameterEntity } from './parameter.ts';
import type { Spot } from './spot.ts';

/** The resource or the parameter that a `Ref`, a `Fn::GetAtt` or a variable of a `Fn::Sub` at the spot names. */
export function referenceAt({ analysis, around, offset }: Spot): NamedEntity | ParameterEntity | undefined {
  const call = [...around].find((node) => intrinsicOf(node) !== undefined);
  if (!call || !analysis.template) return undefined;
  const reference = [...referencesIn(call)].find(({ span }) => touches(span, offset));
  if (!reference) return undefined;
  const { name, span } = reference;
  const resource = analysis.template.resources.get(name);
  if (resource) return named(resource, analysis, span);
  const parameter = analysis.template.parameters.get(name);
  return parameter && { kind: 'parameter', parameter, span };
}
