import type { Finding } from '../../rules/index.ts';
import { lineIndexOf } from '../../text/lineIndex.ts';
import type { SyntaxProblem } from '../../text/sourceText.ts';
import { bySeverity, printable, type Style } from '../style.ts';
import { counted } from '../wording.ts';
import { excerptOf } from './excerpt.ts';
import { type CheckedFile, fixesOf, type Reporter, type Summary } from './reporter.ts';

/** `check --format pretty`: for people. */
export function prettyReporter(style: Style): Reporter {
  let withFindings = 0;
  return {
    begin: () => '',
    file: (file) => {
      if ('error' in file) return '';
      if (file.analysis.kind === 'none') return `${file.path}: ${style.dim('neither a template nor a policy')}\n\n`;
      if (file.findings.length > 0) withFindings++;
      const problems = file.analysis.problems.map((problem) => prettyProblem(problem, file, style));
      return [...problems, ...file.findings.map((finding) => prettyFinding(finding, file, style))].join('');
    },
    end: (summary) => summaryText(summary, withFindings, style),
  };
}

function prettyFinding(finding: Finding, file: CheckedFile, style: Style): string {
  const colour = bySeverity(style, finding.severity);
  const excerpt = excerptOf(finding.span, file.analysis.source);
  const gutter = ' '.repeat(String(excerpt.lineNumber).length);
  const fix = fixesOf(finding).find(({ preferred }) => preferred);
  return [
    `${style.bold(placeOf(finding, file))} ${colour(finding.severity)} ${style.dim(finding.ruleId)}`,
    `  ${printable(finding.message)}`,
    `  ${style.dim(`${excerpt.lineNumber} |`)} ${excerpt.line}`,
    `  ${style.dim(`${gutter} |`)} ${colour(excerpt.marks)}`,
    ...(fix ? [`  ${style.green('fix:')} ${printable(fix.title)}`] : []),
    '\n',
  ].join('\n');
}

/** Such a part is not checked, which the reader must know. */
function prettyProblem(problem: SyntaxProblem, file: CheckedFile, style: Style): string {
  return `${style.bold(placeOf(problem, file))} ${style.dim('not read')}\n  ${printable(problem.message)}\n\n`;
}

function placeOf({ span }: Pick<SyntaxProblem, 'span'>, { path, analysis }: CheckedFile): string {
  const { line, character } = lineIndexOf(analysis.source).positionAt(span.start);
  return `${printable(path)}:${line + 1}:${character + 1}`;
}

function summaryText(summary: Summary, withFindings: number, style: Style): string {
  const { files, unreadable, fixable } = summary;
  const counts = [
    ...(summary.error > 0 ? [style.red(counted(summary.error, 'error'))] : []),
    ...(summary.warning > 0 ? [style.yellow(counted(summary.warning, 'warning'))] : []),
    ...(summary.information > 0 ? [style.blue(`${summary.information} information`)] : []),
    ...(summary.hint > 0 ? [style.blue(counted(summary.hint, 'hint'))] : []),
  ];
  const checked = counted(files - unreadable, 'file');
  if (counts.length === 0) return `${style.green('No findings')} in ${checked}.\n`;
  const hint = fixable > 0 ? ` ${fixable} can be fixed with "lambda-iam fix".` : '';
  return `${counts.join(', ')} in ${withFindings} of ${checked}.${hint}\n`;
}
