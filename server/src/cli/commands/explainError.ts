import { answerTo, answerToUnknown, type ErrorAnswer, errorPage, readError } from '../../features/errors/index.ts';
import { decodeText } from '../../files/reading.ts';
import { applyEdits } from '../../text/edit.ts';
import { lineIndexOf } from '../../text/lineIndex.ts';
import { configurationsFor } from '../configuration.ts';
import type { Environment } from '../environment.ts';
import { type CliDocument, readDocuments } from '../files/documents.ts';
import { jsonEdits } from '../formats/json.ts';
import { plainPage } from '../formats/plainPage.ts';
import { unifiedDiff } from '../formats/unifiedDiff.ts';
import type { ExplainInvocation } from '../options.ts';
import { styleFor } from '../style.ts';
import { toolOf } from '../tool.ts';

/** Stands for standard input in the place of a text. */
const STANDARD_INPUT = '-';

/** Prints what an error means for the files, with the changes that mend it. @returns the exit code: 1 for what does not read as an error */
export async function explainError(given: string, invocation: ExplainInvocation, environment: Environment): Promise<number> {
  const text = given === STANDARD_INPUT ? decodeText(await environment.readStandardInput()).text : given;
  const error = readError(text);
  const documents: CliDocument[] = [];
  let unreadable = 0;
  for await (const document of readDocuments(
    invocation.paths,
    environment,
    configurationsFor(invocation.config, environment.folder),
  )) {
    if ('error' in document) {
      unreadable++;
      environment.complain(`${document.path}: ${document.error}`);
    } else documents.push(document);
  }
  const analyses = documents.map(({ analysis }) => analysis);
  const answer = error ? answerTo(error, analyses, environment.knowledge()) : answerToUnknown();
  const paths = new Map(documents.map(({ analysis, path }) => [analysis.source.uri, path]));
  const output =
    invocation.format === 'json' ? jsonAnswer(answer, paths, environment) : prettyAnswer(answer, paths, invocation, environment);
  await environment.write(output);
  if (unreadable > 0) return 2;
  return error ? 0 : 1;
}

type Paths = ReadonlyMap<string, string>;

function prettyAnswer(answer: ErrorAnswer, paths: Paths, invocation: ExplainInvocation, environment: Environment): string {
  const style = styleFor(invocation, environment);
  const page = errorPage(answer, ({ analysis: { source }, span }) => {
    return `${paths.get(source.uri) ?? source.uri}:${lineIndexOf(source).positionAt(span.start).line + 1}`;
  });
  const diffs = answer.fixes.map(({ analysis: { source }, edits }) =>
    unifiedDiff(paths.get(source.uri) ?? source.uri, source.text, applyEdits(source.text, edits), style),
  );
  return [plainPage(page, style), ...diffs].join('\n');
}

function jsonAnswer({ title, blocks, advice, source, fixes }: ErrorAnswer, paths: Paths, environment: Environment): string {
  const answer = {
    tool: toolOf(environment),
    title,
    blocks: blocks.map(({ heading, lines }) => ({
      heading,
      lines: lines.map(({ text, place }) => ({
        text,
        path: place ? (paths.get(place.analysis.source.uri) ?? null) : null,
        range: place ? lineIndexOf(place.analysis.source).rangeOf(place.span) : null,
      })),
    })),
    advice,
    source: source ?? null,
    fixes: fixes.map(({ title: name, analysis, edits }) => ({
      title: name,
      path: paths.get(analysis.source.uri) ?? null,
      edits: jsonEdits(edits, analysis.source),
    })),
  };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}
