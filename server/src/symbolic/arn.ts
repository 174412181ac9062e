import { onceFor } from '../incremental/once.ts';
import { concat, knownText, type Part, type SymbolicString } from './symbolicString.ts';

/** The six fields of an ARN; `resource` is all that stands behind the fifth colon. */
export interface Arn {
  readonly partition: SymbolicString;
  readonly service: SymbolicString;
  readonly region: SymbolicString;
  readonly account: SymbolicString;
  readonly resource: SymbolicString;
}

/** The fields of a string that certainly is an ARN: it begins with `arn:` and its first five colons are all to be seen. */
export const arnFields: (value: SymbolicString) => Arn | undefined = onceFor((value) => {
  const [prefix, partition, service, region, account, resource] = splitAtColons(value, 6);
  if (!prefix || knownText(prefix) !== 'arn' || !partition || !service || !region || !account || !resource) return undefined;
  return { partition, service, region, account, resource };
});

/** The pieces between colons; the last of `most` pieces keeps its own. */
function splitAtColons(value: SymbolicString, most: number): readonly SymbolicString[] {
  const pieces: Part[][] = [[]];
  for (const part of value.parts) {
    const texts = part.kind === 'text' ? part.text.split(':') : [undefined];
    for (const [i, text] of texts.entries()) {
      if (i > 0 && pieces.length < most) pieces.push([]);
      else if (i > 0) pieces.at(-1)?.push({ kind: 'text', text: ':' });
      if (text !== '') pieces.at(-1)?.push(text === undefined ? part : { kind: 'text', text });
    }
  }
  return pieces.map((parts) => concat([{ parts, origin: value.origin }], value.origin));
}
