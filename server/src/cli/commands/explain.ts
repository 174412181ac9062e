import { explain as explanationOf, type TemplateExplanation } from '../../features/index.ts';
import type { Unreadable } from '../../files/reading.ts';
import { didYouMean } from '../../text/didYouMean.ts';
import { configurationsFor } from '../configuration.ts';
import type { Environment } from '../environment.ts';
import { type CliDocument, readDocuments } from '../files/documents.ts';
import { type DrawingFormat, drawing, isDrawing } from '../formats/drawing.ts';
import { prettyExplanation } from '../formats/prettyExplanation.ts';
import type { ExplainInvocation } from '../options.ts';
import { styleFor } from '../style.ts';
import { toolOf } from '../tool.ts';
import { UsageError } from '../usageError.ts';

/** A template and what can be told about it. */
export interface ExplainedFile extends TemplateExplanation {
  readonly path: string;
  readonly kind: 'sam' | 'cloudformation';
  /** Its permission map; like every function no part of the JSON. */
  readonly draw: (format: DrawingFormat) => string;
}

/** Prints who may invoke each function and what each may do. @returns the exit code */
export async function explain(invocation: ExplainInvocation, environment: Environment): Promise<number> {
  const configurations = configurationsFor(invocation.config, environment.folder);
  const output = outputFor(invocation, environment);
  const functions = new Set<string>();
  let unreadable = 0;
  await environment.write(output.begin);
  for await (const document of readDocuments(invocation.paths, environment, configurations)) {
    const file = 'error' in document ? document : explainDocument(document, invocation);
    if (!file) continue;
    if ('error' in file) {
      unreadable++;
      environment.complain(`${file.path}: ${file.error}`);
      await environment.write(output.file(file));
    } else {
      for (const { logicalId } of file.functions) functions.add(logicalId);
      await environment.write(output.file(limited(file, invocation.function)));
    }
  }
  await environment.write(output.end);
  assertFunction(invocation.function, functions);
  return unreadable > 0 ? 2 : 0;
}

function explainDocument(
  { path, analysis }: CliDocument,
  { function: fn }: ExplainInvocation,
): ExplainedFile | Unreadable | undefined {
  const { kind } = analysis;
  if (kind === 'policy') return undefined;
  if (kind === 'none') return { path, error: 'not a SAM or CloudFormation template' };
  try {
    return { path, kind, ...explanationOf(analysis), draw: (format) => drawing(path, analysis, format, fn) };
  } catch (error) {
    return { path, error: `cannot be explained: ${String(error)}` };
  }
}

function limited(file: ExplainedFile, id: string | undefined): ExplainedFile {
  if (id === undefined) return file;
  return {
    ...file,
    functions: file.functions.filter(({ logicalId }) => logicalId === id),
    permissions: file.permissions.filter((permission) => permission.function === id),
  };
}

function assertFunction(id: string | undefined, functions: ReadonlySet<string>): void {
  if (id === undefined || functions.has(id)) return;
  const list = functions.size > 0 ? `The functions are ${[...functions].join(', ')}.` : 'There are no functions.';
  throw new UsageError(`There is no function "${id}".${didYouMean(id, [...functions])} ${list}`);
}

interface ExplainOutput {
  readonly begin: string;
  readonly file: (file: ExplainedFile | Unreadable) => string;
  readonly end: string;
}

function outputFor(invocation: ExplainInvocation, environment: Environment): ExplainOutput {
  const { format } = invocation;
  if (format === 'json') return jsonOutput(environment);
  if (isDrawing(format)) return { begin: '', file: (file) => ('error' in file ? '' : file.draw(format)), end: '' };
  const style = styleFor(invocation, environment);
  return { begin: '', file: (file) => ('error' in file ? '' : prettyExplanation(file, style)), end: '' };
}

/** One object, with a template on each line. */
function jsonOutput(environment: Environment): ExplainOutput {
  let separator = '\n';
  return {
    begin: `{"tool":${JSON.stringify(toolOf(environment))},"templates":[`,
    file: (file) => {
      const entry = 'error' in file ? { path: file.path, kind: 'none', error: file.error, functions: [], permissions: [] } : file;
      const piece = separator + JSON.stringify(entry);
      separator = ',\n';
      return piece;
    },
    end: '\n]}\n',
  };
}
