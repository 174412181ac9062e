/** What is wrong with the text of a policy variable. */
export type VariableFault = 'no-brace' | 'empty' | 'space' | 'no-quote' | 'escaped' | 'symbol';

/** A malformed policy variable in a text. */
export interface MalformedVariable {
  readonly fault: VariableFault;
  /** From `$` to behind the variable, in the text. */
  readonly from: number;
  readonly to: number;
  /** The same piece as it has to be; `undefined` where that is open. */
  readonly mended: string | undefined;
}

/**
 * The malformed policy variables of a text.
 *
 * @param opening `${`, or `${!` in a text in which `Fn::Sub` fills in all others
 */
export function malformedVariables(text: string, opening: string): readonly MalformedVariable[] {
  const found: MalformedVariable[] = [];
  for (let from = text.indexOf(opening); from >= 0; from = text.indexOf(opening, from + 1)) {
    const fault = faultAt(text, from, opening);
    if (fault) found.push(fault);
  }
  return found;
}

function faultAt(text: string, from: number, opening: string): MalformedVariable | undefined {
  const start = from + opening.length;
  const close = text.indexOf('}', start);
  const next = text.indexOf('${', start);
  if (close < 0 || (next >= 0 && next < close)) return withoutBrace(text, from, start);
  const inner = text.slice(start, close);
  const fault = faultOf(inner);
  if (!fault) return undefined;
  const mended = mend(inner, fault);
  return { fault, from, to: close + 1, mended: mended === undefined ? undefined : `${opening}${mended}}` };
}

const KEY = /^[A-Za-z][\w.-]*:[A-Za-z]+/;

function withoutBrace(text: string, from: number, start: number): MalformedVariable | undefined {
  const key = KEY.exec(text.slice(start))?.[0];
  if (key === undefined) return undefined;
  const to = start + key.length;
  const endsThere = !/[\w:@.=+-]/.test(text[to] ?? '') && !/Tag$/.test(key);
  return { fault: 'no-brace', from, to, mended: endsThere ? `${text.slice(from, to)}}` : undefined };
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function faultOf(inner: string): VariableFault | undefined {
  if (inner.trim() === '') return 'empty';
  const comma = inner.indexOf(',');
  const name = comma < 0 ? inner : inner.slice(0, comma);
  if (!name.includes(':') || name.includes('::')) return undefined;
  if (name.startsWith('!')) return 'escaped';
  if (comma >= 0 && !/^\s*'.*'\s*$/s.test(inner.slice(comma + 1))) return 'no-quote';
  if (/\s/.test(name)) return 'space';
  return /["'#$%&()*;<>?[\\\]^`{|~]/.test(name) ? 'symbol' : undefined;
}

function mend(inner: string, fault: VariableFault): string | undefined {
  if (fault === 'escaped') return inner.slice(1);
  const [name = '', ...rest] = inner.split(',');
  const behind = rest.length > 0 ? `,${rest.join(',')}` : '';
  if (fault === 'space') return /\S\s+\S/.test(name) ? undefined : name.trim() + behind;
  if (fault === 'no-quote') return `${name}, '${rest.join(',').trim().replace(/^'|'$/g, '')}'`;
  return undefined;
}
