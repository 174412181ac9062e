import type { Analysis } from '../../analysis/index.ts';
import type { Offset, Span } from '../../text/span.ts';
import { declarationOf, mentionsOfName, nameAt, spanOfName } from './names.ts';

/** The places of a name in its template. */
export interface NamePlaces {
  /** Where it is declared; absent for what the template does not hold, as a pseudo parameter. */
  readonly declaration: Span | undefined;
  readonly mentions: readonly Span[];
}

/** Where the logical id, parameter, condition or mapping at an offset is declared. */
export function definitionAt(analysis: Analysis, offset: Offset): Span | undefined {
  const name = nameAt(analysis, offset);
  const declared = name && analysis.template && declarationOf(analysis.template, name);
  return declared && spanOfKey(declared.entry);
}

/** Every place that names what the word at an offset names. */
export function namePlacesAt(analysis: Analysis, offset: Offset): NamePlaces | undefined {
  const { template } = analysis;
  const name = nameAt(analysis, offset);
  if (!template || !name) return undefined;
  const declared = declarationOf(template, name);
  return { declaration: declared && spanOfKey(declared.entry), mentions: mentionsOfName(template, name).map(spanOfName) };
}

function spanOfKey({ key }: NonNullable<ReturnType<typeof declarationOf>>['entry']): Span {
  return key.spanOf(0, key.text.length);
}
