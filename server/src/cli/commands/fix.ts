import { findingsFor } from '../../configuration/index.ts';
import { type Fixed, fixAll } from '../../features/index.ts';
import { reasonOf, type Unreadable } from '../../files/reading.ts';
import { RULES } from '../../rules/index.ts';
import { didYouMean } from '../../text/didYouMean.ts';
import { configurationsFor } from '../configuration.ts';
import type { Environment } from '../environment.ts';
import { type CliDocument, readDocuments } from '../files/documents.ts';
import { writeText } from '../files/writing.ts';
import { unifiedDiff } from '../formats/unifiedDiff.ts';
import type { FixInvocation } from '../options.ts';
import { type Style, styleFor } from '../style.ts';
import { toolOf } from '../tool.ts';
import { UsageError } from '../usageError.ts';
import { counted } from '../wording.ts';

/** A file that has been fixed, or would be. */
interface FixedFile extends Fixed {
  readonly path: string;
  readonly before: string;
}

/** Mends the files. @returns the exit code */
export async function fix(invocation: FixInvocation, environment: Environment): Promise<number> {
  invocation.rules.forEach(assertRule);
  const configurations = configurationsFor(invocation.config, environment.folder);
  const style = styleFor(invocation, environment);
  const fixed: FixedFile[] = [];
  let unreadable = 0;
  for await (const document of readDocuments(invocation.paths, environment, configurations)) {
    const outcome = 'error' in document ? document : fixDocument(document, invocation, environment);
    if ('error' in outcome) {
      unreadable++;
      environment.complain(`${outcome.path}: ${outcome.error}`);
    } else if (outcome.applied.length > 0) {
      fixed.push(outcome);
      if (invocation.format === 'pretty') await environment.write(prettyFile(outcome, invocation.dryRun, style));
    }
  }
  await environment.write(
    invocation.format === 'json'
      ? `${JSON.stringify({ tool: toolOf(environment), files: fixed.map(({ path, applied }) => ({ path, applied })) }, undefined, 2)}\n`
      : summary(fixed, invocation.dryRun),
  );
  return unreadable > 0 ? 2 : 0;
}

function assertRule(id: string): void {
  const ids = RULES.map((rule) => rule.id);
  if (!ids.includes(id)) throw new UsageError(`There is no rule "${id}".${didYouMean(id, ids)} "lambda-iam rules" lists them.`);
}

function fixDocument(
  { path, file, byteOrderMark, analysis, configuration }: CliDocument,
  { rules, dryRun }: FixInvocation,
  { today }: Environment,
): FixedFile | Unreadable {
  if (file === undefined) return { path, error: 'standard input cannot be fixed: give a file' };
  try {
    const outcome = fixAll(analysis, (version) =>
      findingsFor(version, configuration, { today }).filter(({ ruleId }) => rules.length === 0 || rules.includes(ruleId)),
    );
    if (outcome.applied.length > 0 && !dryRun) writeText(file, { text: outcome.text, byteOrderMark });
    return { path, before: analysis.source.text, ...outcome };
  } catch (error) {
    return { path, error: reasonOf(error) };
  }
}

function prettyFile({ path, before, text, applied }: FixedFile, dryRun: boolean, style: Style): string {
  if (dryRun) return unifiedDiff(path, before, text, style);
  const lines = applied.map(({ ruleId, title }) => `  ${title} ${style.dim(ruleId)}`);
  return `${style.bold(path)}\n${lines.join('\n')}\n\n`;
}

/** A dry run prints nothing but the differences, so that `git apply` can read them. */
function summary(fixed: readonly FixedFile[], dryRun: boolean): string {
  const count = fixed.reduce((sum, { applied }) => sum + applied.length, 0);
  if (count === 0) return dryRun ? '' : 'Nothing to fix.\n';
  return dryRun ? '' : `Fixed ${counted(count, 'finding')} in ${counted(fixed.length, 'file')}.\n`;
}
