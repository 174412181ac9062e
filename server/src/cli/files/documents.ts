import { pathToFileURL } from 'node:url';
import { type Analysis, analyse, type Knowledge } from '../../analysis/index.ts';
import type { Resolved } from '../../configuration/index.ts';
import { mayConcernUs } from '../../files/content.ts';
import { decodeText, type FileText, readText, reasonOf, type Unreadable } from '../../files/reading.ts';
import { sourceText } from '../../syntax/index.ts';
import { lineIndexOf } from '../../text/lineIndex.ts';
import type { Configurations } from '../configuration.ts';
import type { Environment } from '../environment.ts';
import { findInputs, type Input } from './inputs.ts';

/** A file that was read and analysed. */
export interface CliDocument {
  readonly path: string;
  /** Absolute; absent for standard input. */
  readonly file: string | undefined;
  readonly byteOrderMark: boolean;
  readonly analysis: Analysis;
  readonly configuration: Resolved;
}

/**
 * The files that the paths name, read and analysed one after the other, so that only one is in memory at a time. Files that a search
 * found and that turn out to be neither template nor policy are left out, and so is what the project ignores.
 */
export async function* readDocuments(
  paths: readonly string[],
  environment: Environment,
  configurations: Configurations,
): AsyncGenerator<CliDocument | Unreadable> {
  for (const input of findInputs(paths, environment.folder)) {
    const document = 'error' in input ? input : await readDocument(input, environment, configurations);
    if (document) yield document;
  }
}

async function readDocument(
  input: Input,
  environment: Environment,
  configurations: Configurations,
): Promise<CliDocument | Unreadable | undefined> {
  const { path, file, named } = input;
  try {
    const configuration = configurations.of(file);
    if ('ignored' in configuration && configuration.ignored) return undefined;
    const read = file === undefined ? decodeText(await environment.readStandardInput()) : readText(file);
    if (!named && !mayConcernUs(read.text)) return undefined;
    if ('error' in configuration) return { path, error: configuration.error };
    const analysis = analyseText(read, input, environment.knowledge());
    return judge({ path, file, byteOrderMark: read.byteOrderMark, analysis, configuration }, named);
  } catch (error) {
    return { path, error: reasonOf(error) };
  }
}

function analyseText({ text }: FileText, { path, file }: Input, knowledge: Knowledge): Analysis {
  return analyse(sourceText(file === undefined ? path : pathToFileURL(file).href, text), knowledge);
}

function judge(document: CliDocument, named: boolean): CliDocument | Unreadable | undefined {
  const { kind, problems, source } = document.analysis;
  const [problem] = problems;
  if (kind !== 'none') return document;
  if (problem && source.text.includes('AWSTemplateFormatVersion')) {
    const { line } = lineIndexOf(source).positionAt(problem.span.start);
    return { path: document.path, error: `looks like a template, but cannot be read: line ${line + 1}: ${problem.message}` };
  }
  return named ? document : undefined;
}
