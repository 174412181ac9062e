import {
  CodeActionRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  CompletionTriggerKind,
  HoverRequest,
  type Position,
} from 'vscode-languageserver/node';
import { pause, timeOf } from '../clock.ts';
import { type BenchDocument, someActions } from '../documents.ts';
import { type Session, URI } from './session.ts';

/** Something that an editor asks while one types. */
export interface Asking {
  readonly what: string;
  readonly ask: (session: Session, position: Position) => Promise<unknown>;
}

const textDocument = { uri: URI };

export const ASKINGS: readonly Asking[] = [
  { what: 'hover', ask: ({ connection }, position) => connection.sendRequest(HoverRequest.type, { textDocument, position }) },
  {
    what: 'completion',
    ask: ({ connection }, position) =>
      connection.sendRequest(CompletionRequest.type, {
        textDocument,
        position,
        context: { triggerKind: CompletionTriggerKind.Invoked },
      }),
  },
  {
    what: 'code actions',
    ask: ({ connection }, position) =>
      connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [] },
      }),
  },
  {
    // The places of all lenses and the words of one.
    what: 'code lenses',
    ask: async ({ connection }) => {
      const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument });
      const lens = lenses?.[Math.floor(lenses.length / 2)];
      if (lens) await connection.sendRequest(CodeLensResolveRequest.type, lens);
    },
  },
];

/** The times of so many answers. @param behindKeystroke whether each question is sent right behind a change that it has to wait for */
export async function asked(
  session: Session,
  document: BenchDocument,
  { ask }: Asking,
  { questions, behindKeystroke }: { readonly questions: number; readonly behindKeystroke: boolean },
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const offset of someActions(document, questions)) {
    const position = session.positionAt(offset - 1);
    if (behindKeystroke) session.press();
    times.push(await timeOf(() => ask(session, position)));
    if (behindKeystroke) await session.published();
    await pause(10);
  }
  return times;
}
