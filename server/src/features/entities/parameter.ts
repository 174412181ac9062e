import type { Parameter } from '../../cloudformation/index.ts';
import type { Span } from '../../text/span.ts';

/** A parameter of the template, where something refers to it. */
export interface ParameterEntity {
  readonly kind: 'parameter';
  readonly parameter: Parameter;
  readonly span: Span;
}
