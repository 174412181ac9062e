import { findingsFor } from '../../configuration/index.ts';
import { SEVERITIES, type Severity } from '../../rules/index.ts';
import { configurationsFor } from '../configuration.ts';
import type { Environment } from '../environment.ts';
import { type CliDocument, readDocuments } from '../files/documents.ts';
import { githubReporter } from '../formats/github.ts';
import { jsonReporter } from '../formats/json.ts';
import { prettyReporter } from '../formats/pretty.ts';
import { type CheckedFile, fixesOf, type Reporter, type Summary } from '../formats/reporter.ts';
import { sarifReporter } from '../formats/sarif.ts';
import type { CheckInvocation } from '../options.ts';
import { styleFor } from '../style.ts';
import { toolOf } from '../tool.ts';

/** Prints what is wrong in the files, each as soon as it is checked. @returns the exit code */
export async function check(invocation: CheckInvocation, environment: Environment): Promise<number> {
  const configurations = configurationsFor(invocation.config, environment.folder, { profile: invocation.profile });
  const reporter = reporterFor(invocation, environment);
  let summary: Summary = { files: 0, unreadable: 0, fixable: 0, error: 0, warning: 0, information: 0, hint: 0 };
  await environment.write(reporter.begin());
  for await (const document of readDocuments(invocation.paths, environment, configurations)) {
    if ('error' in document) environment.complain(`${document.path}: ${document.error}`);
    const file = 'error' in document ? document : findingsIn(document, environment);
    summary =
      'error' in file ? { ...summary, files: summary.files + 1, unreadable: summary.unreadable + 1 } : adding(file, summary);
    await environment.write(reporter.file(file));
  }
  await environment.write(reporter.end(summary));
  if (summary.unreadable > 0) return 2;
  return failing(invocation.failOn).some((severity) => summary[severity] > 0) ? 1 : 0;
}

function findingsIn(document: CliDocument, environment: Environment): CheckedFile {
  const onCrash = (ruleId: string, error: unknown): void =>
    environment.complain(`${document.path}: the rule ${ruleId} failed and is left out here: ${String(error)}`);
  const { today } = environment;
  return { ...document, findings: findingsFor(document.analysis, document.configuration, { today, onCrash }) };
}

function adding({ findings }: CheckedFile, summary: Summary): Summary {
  const count = (severity: Severity): number =>
    summary[severity] + findings.filter((finding) => finding.severity === severity).length;
  return {
    ...summary,
    files: summary.files + 1,
    fixable: summary.fixable + findings.filter((finding) => fixesOf(finding).some(({ preferred }) => preferred)).length,
    error: count('error'),
    warning: count('warning'),
    information: count('information'),
    hint: count('hint'),
  };
}

/** The severities from the most severe down to the given one. */
function failing(failOn: Severity): readonly Severity[] {
  return SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
}

function reporterFor(invocation: CheckInvocation, environment: Environment): Reporter {
  switch (invocation.format) {
    case 'json':
      return jsonReporter(toolOf(environment));
    case 'sarif':
      return sarifReporter(toolOf(environment));
    case 'github':
      return githubReporter();
    case 'pretty':
      return prettyReporter(styleFor(invocation, environment));
  }
}
