/** Workflow commands, from which GitHub Actions makes annotations: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
import type { Finding, Severity } from '../../rules/index.ts';
import { lineIndexOf } from '../../text/lineIndex.ts';
import type { CheckedFile, Reporter } from './reporter.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** `check --format github`: one command for each finding. */
export function githubReporter(): Reporter {
  return {
    begin: () => '',
    file: (file) =>
      'error' in file
        ? command('error', { file: file.path, title: 'Lambda IAM' }, `${file.path}: ${file.error}`)
        : file.findings.map((finding) => findingCommand(finding, file)).join(''),
    end: () => '',
  };
}

function findingCommand({ span, severity, message, ruleId }: Finding, { path, analysis }: CheckedFile): string {
  const { start, end } = lineIndexOf(analysis.source).rangeOf(span);
  // Columns are only allowed within one line.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const properties = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns, title: `Lambda IAM: ${ruleId}` };
  return command(LEVELS[severity], properties, message);
}

function command(level: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
