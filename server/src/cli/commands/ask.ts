import { type Answer, answerPage, type Misunderstanding, mayDo, placesOf, whoMayInvoke } from '../../features/index.ts';
import { lineIndexOf } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { configurationsFor } from '../configuration.ts';
import type { Environment } from '../environment.ts';
import { type CliDocument, readDocuments } from '../files/documents.ts';
import { jsonEdits } from '../formats/json.ts';
import { plainPage } from '../formats/plainPage.ts';
import type { ExplainInvocation, Question } from '../options.ts';
import { styleFor } from '../style.ts';
import { toolOf } from '../tool.ts';
import { UsageError } from '../usageError.ts';

interface Answered {
  readonly document: CliDocument;
  readonly answer: Answer;
}

/**
 * Prints the answer to a question in each template that has the function.
 *
 * @returns the exit code: to "may it do this?" 0 for a yes, 1 for anything else
 */
export async function ask(question: Question, invocation: ExplainInvocation, environment: Environment): Promise<number> {
  const { answered, isAllRead } = await answersIn(question, invocation, environment);
  if (answered.length === 0 && isAllRead) throw new UsageError(`There is no function "${question.function}".`);
  const output =
    invocation.format === 'json' ? jsonAnswers(answered, environment) : prettyAnswers(answered, invocation, environment);
  await environment.write(output);
  if (!isAllRead) return 2;
  return question.asks === 'who' || answered.every(({ answer }) => answer.verdict === 'yes') ? 0 : 1;
}

async function answersIn(
  question: Question,
  invocation: ExplainInvocation,
  environment: Environment,
): Promise<{ readonly answered: readonly Answered[]; readonly isAllRead: boolean }> {
  const configurations = configurationsFor(invocation.config, environment.folder);
  const answered: Answered[] = [];
  let isAllRead = true;
  for await (const document of readDocuments(invocation.paths, environment, configurations)) {
    if ('error' in document) {
      isAllRead = false;
      environment.complain(`${document.path}: ${document.error}`);
    } else if (document.analysis.permissions.functions.some(({ fn }) => fn.logicalId === question.function)) {
      answered.push({ document, answer: understood(replyTo(question, document), document) });
    }
  }
  return { answered, isAllRead };
}

function replyTo(question: Question, { analysis }: CliDocument): Answer | Misunderstanding {
  return question.asks === 'who' ? whoMayInvoke(analysis, question.function) : mayDo(analysis, question);
}

/** @throws UsageError */
function understood(reply: Answer | Misunderstanding, { path }: CliDocument): Answer {
  if ('problem' in reply) throw new UsageError(`${path}: ${reply.problem.replaceAll('`', '')}`);
  return reply;
}

function prettyAnswers(answered: readonly Answered[], invocation: ExplainInvocation, environment: Environment): string {
  const style = styleFor(invocation, environment);
  const pages = answered.map(({ document: { path, analysis }, answer }) => {
    const lines = lineIndexOf(analysis.source);
    const lineOf = (span: Span): number => lines.positionAt(span.start).line + 1;
    return `${style.bold(path)}\n\n${plainPage(answerPage(answer, lineOf), style)}`;
  });
  return pages.join('\n');
}

function jsonAnswers(answered: readonly Answered[], environment: Environment): string {
  const answers = answered.map(({ document: { path, analysis }, answer }) => {
    const { title, verdict, summary, blocks, fix } = answer;
    const rangeOf = (span: Span) => lineIndexOf(analysis.source).rangeOf(span);
    return {
      path,
      question: title,
      verdict,
      summary,
      blocks: blocks.map(({ heading, lines }) => ({
        heading,
        lines: lines.map(({ text, place }) => ({ text, range: place ? rangeOf(place.span) : null })),
      })),
      places: placesOf(answer).map(({ label, span }) => ({ label, range: rangeOf(span) })),
      fix: fix ? { title: fix.title, edits: jsonEdits(fix.edits, analysis.source) } : null,
    };
  });
  return `${JSON.stringify({ tool: toolOf(environment), answers }, undefined, 2)}\n`;
}
