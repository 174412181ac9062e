import type { Finding, Severity } from '../../server/src/rules/index.ts';
import { lineIndexOf } from '../../server/src/text/lineIndex.ts';
import type { SourceText } from '../../server/src/text/sourceText.ts';

/** What a comment under a line says that is to be found in it. */
export interface Mark {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly severity: Severity | undefined;
  readonly ruleId: string | undefined;
  /** How the message starts. */
  readonly message: string;
}

export interface Annotated {
  /** The text without the marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Reads a text with marks. A comment line `# ^^^^ error: start of the message` stands for a finding at the characters above its
 * carets; where the first caret touches the `#`, the characters start above the `#`. The severity may be left out, or a rule's
 * id follow it: `# ^^^ warning rule-id: …`.
 */
export function readAnnotations(annotated: string): Annotated {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of annotated.split('\n')) {
    const mark = readMark(line, lines.length - 1);
    if (mark) marks.push(mark);
    else lines.push(line);
  }
  return { text: lines.join('\n'), marks };
}

const MARK = /^(\s*#)(\s*)(\^+)(?:\s+(?:(error|warning|information|hint)(?: ([a-z0-9-]+))?: )?(.*))?$/;

function readMark(text: string, line: number): Mark | undefined {
  const [, hash, gap, carets, severity, ruleId, message = ''] = MARK.exec(text) ?? [];
  if (hash === undefined || gap === undefined || carets === undefined) return undefined;
  const to = hash.length + gap.length + carets.length;
  const from = gap === '' ? hash.length - 1 : hash.length + gap.length;
  return { line, from, to, severity: severity === undefined ? undefined : severityOf(severity), ruleId, message };
}

function severityOf(text: string): Severity | undefined {
  const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
  return severities.find((severity) => severity === text);
}

/** The marks that findings would have. A finding over several lines is marked to the end of its first line. */
export function marksOf(source: SourceText, findings: readonly Finding[]): readonly Mark[] {
  const index = lineIndexOf(source);
  return findings.map(({ span, severity, ruleId, message }) => {
    const { line, character: from } = index.positionAt(span.start);
    const { start, end } = index.lineSpan(line);
    return { line, from, to: Math.min(span.end, end) - start, severity, ruleId, message };
  });
}

/** Whether a mark stands for a finding with this mark of its own. */
export function isMarkOf(mark: Mark, found: Mark): boolean {
  const isSamePlace = mark.line === found.line && mark.from === found.from && mark.to === found.to;
  const isSameKind = [undefined, found.severity].includes(mark.severity) && [undefined, found.ruleId].includes(mark.ruleId);
  return isSamePlace && isSameKind && found.message.startsWith(mark.message);
}

/** The text with its marks, in the order of the text. */
export function annotate(text: string, marks: readonly Mark[]): string {
  const sorted = [...marks].sort((a, b) => a.from - b.from || a.to - b.to || a.message.localeCompare(b.message));
  const lines = text.split('\n').flatMap((line, i) => [line, ...sorted.filter((mark) => mark.line === i).map(written)]);
  return lines.join('\n');
}

function written({ from, to, severity, ruleId, message }: Mark): string {
  const head = severity === undefined ? '' : `${[severity, ruleId].filter((word) => word !== undefined).join(' ')}: `;
  const hash = from === 0 ? '#' : `${' '.repeat(Math.max(0, from - 2))}#${from > 1 ? ' ' : ''}`;
  return `${hash}${'^'.repeat(Math.max(1, to - hash.length))} ${head}${message}`.trimEnd();
}
