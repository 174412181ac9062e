import type { Severity } from '../rules/index.ts';
import type { Environment } from './environment.ts';
import type { Invocation } from './options.ts';

/** Colours for a person's terminal, or none. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
}

/** Heeds `--color`, then the variables that tools have agreed on (https://no-color.org), then whether it is a terminal. */
export function styleFor({ color }: Extract<Invocation, { color: string }>, { isTerminal, variables }: Environment): Style {
  const wanted = isTerminal && !variables['NO_COLOR'] && variables['TERM'] !== 'dumb';
  const coloured = color === 'always' || (color === 'auto' && wanted);
  const code = (on: number, off: number) => (text: string) => (coloured ? `\u001B[${on}m${text}\u001B[${off}m` : text);
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    red: code(31, 39),
    green: code(32, 39),
    yellow: code(33, 39),
    blue: code(34, 39),
  };
}

/** The colour that a severity has. */
export function bySeverity(style: Style, severity: Severity): (text: string) => string {
  if (severity === 'error') return style.red;
  return severity === 'warning' ? style.yellow : style.blue;
}

/** Text of a file, made harmless for a terminal: no control characters but the line's own spaces. */
export function printable(text: string): string {
  return Array.from(text.replaceAll('\t', ' '), (character) =>
    /\p{Cc}|\p{Bidi_Control}/u.test(character) ? '\uFFFD' : character,
  ).join('');
}
