import type { Unreadable } from '../../files/reading.ts';
import type { Finding } from '../../rules/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import { lineIndexOf, type Range } from '../../text/lineIndex.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Tool } from '../tool.ts';
import { type CheckedFile, fixesOf, type Reporter } from './reporter.ts';

/** `check --format json`: one object, with a file on each line. */
export function jsonReporter(tool: Tool): Reporter {
  let separator = '\n';
  return {
    begin: () => `{"tool":${JSON.stringify(tool)},"files":[`,
    file: (file) => {
      const piece = separator + JSON.stringify('error' in file ? unreadableFile(file) : checkedFile(file));
      separator = ',\n';
      return piece;
    },
    end: ({ files, error, warning, information, hint }) =>
      `\n],"summary":${JSON.stringify({ files, error, warning, information, hint })}}\n`,
  };
}

function unreadableFile({ path, error }: Unreadable): object {
  return { path, kind: 'none', error, findings: [] };
}

function checkedFile({ path, analysis, findings }: CheckedFile): object {
  const { kind, source, problems } = analysis;
  const told = problems.map(({ message, span }) => ({ message, range: lineIndexOf(source).rangeOf(span) }));
  return {
    path,
    kind,
    ...(kind !== 'none' && told.length > 0 ? { problems: told } : {}),
    findings: findings.map((finding) => jsonFinding(finding, source)),
  };
}

function jsonFinding(finding: Finding, source: SourceText): object {
  const { ruleId: rule, severity, outcome, message, span, subject } = finding;
  const fixes = fixesOf(finding).map(({ title, preferred, edits }) => ({ title, preferred, edits: jsonEdits(edits, source) }));
  return { rule, severity, outcome, message, range: lineIndexOf(source).rangeOf(span), subject, fixes };
}

/** The edits of a text as `check --format json` writes them. */
export function jsonEdits(
  edits: readonly TextEdit[],
  source: SourceText,
): readonly { readonly range: Range; readonly newText: string }[] {
  return edits.map(({ span, newText }) => ({ range: lineIndexOf(source).rangeOf(span), newText }));
}
