/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */

import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Unreadable } from '../../files/reading.ts';
import { type Finding, type Fix, HOME, pageOf, RULES, type RuleModule, type Severity } from '../../rules/index.ts';
import { lineIndexOf } from '../../text/lineIndex.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import type { Tool } from '../tool.ts';
import { type CheckedFile, fixesOf, type Reporter } from './reporter.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** `check --format sarif`: a log with one run, with a result on each line. */
export function sarifReporter(tool: Tool): Reporter {
  const ruleIndexes = new Map(RULES.map(({ id }, index) => [id, index]));
  const unreadable: Unreadable[] = [];
  let separator = '\n';
  const resultLine = (result: object): string => {
    const line = separator + JSON.stringify(result);
    separator = ',\n';
    return line;
  };
  return {
    begin: () =>
      `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{${members({ tool: sarifTool(tool), columnKind: 'utf16CodeUnits' })},"results":[`,
    file: (file) => {
      if (!('error' in file)) return file.findings.map((finding) => resultLine(sarifResult(finding, file, ruleIndexes))).join('');
      unreadable.push(file);
      return '';
    },
    end: () => `\n],${members({ invocations: [sarifInvocation(unreadable)] })}}]}\n`,
  };
}

/** The members of an object without its braces. */
function members(object: object): string {
  return JSON.stringify(object).slice(1, -1);
}

function sarifTool({ version, dataDate }: Tool): object {
  const driver = { name: 'Lambda IAM', version, informationUri: HOME, rules: RULES.map(sarifRule), properties: { dataDate } };
  return { driver };
}

function sarifRule({ id, severity, outcome, docs }: RuleModule): object {
  return {
    id,
    shortDescription: { text: docs.summary },
    fullDescription: { text: docs.why },
    helpUri: pageOf(id),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { outcome },
  };
}

function sarifResult(finding: Finding, { path, analysis }: CheckedFile, ruleIndexes: ReadonlyMap<string, number>): object {
  const { ruleId, severity, outcome, message, span, related = [], subject } = finding;
  const { source } = analysis;
  const at = (place: Span) => ({ artifactLocation: { uri: uriOf(path) }, region: region(place, source) });
  const relatedLocations = related.map((place, id) => ({
    id,
    physicalLocation: at(place.span),
    message: { text: place.message },
  }));
  const fixes = fixesOf(finding).map((fix) => sarifFix(fix, path, source));
  return {
    ruleId,
    ruleIndex: ruleIndexes.get(ruleId) ?? -1,
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: at(span) }],
    ...(relatedLocations.length > 0 ? { relatedLocations } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
    properties: { outcome, subject },
  };
}

function sarifFix({ title, edits }: Fix, path: string, source: SourceText): object {
  const replacements = edits.map(({ span, newText }) => ({
    deletedRegion: region(span, source),
    insertedContent: { text: newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: { uri: uriOf(path) }, replacements }] };
}

function sarifInvocation(unreadable: readonly Unreadable[]): object {
  const toolExecutionNotifications = unreadable.map(({ path, error }) => ({
    level: 'error',
    message: { text: `${path}: ${error}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
  }));
  return { executionSuccessful: unreadable.length === 0, toolExecutionNotifications };
}

/** Lines and columns count from 1. */
function region(span: Span, source: SourceText): object {
  const { start, end } = lineIndexOf(source).rangeOf(span);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function uriOf(path: string): string {
  return isAbsolute(path) ? pathToFileURL(path).href : path.split('/').map(encodeURIComponent).join('/');
}
