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
import { type Session, URI } from './session.ts';

/** Where questions are asked: at actions, and where diagnostics are. */
export interface Places {
  readonly actions: readonly Position[];
  readonly findings: readonly Position[];
}

/** Something that an editor asks while one types. */
export interface Asking {
  readonly what: string;
  readonly at: keyof Places;
  readonly ask: (session: Session, position: Position) => Promise<unknown>;
}

const textDocument = { uri: URI };

export const ASKINGS: readonly Asking[] = [
  {
    what: 'hover',
    at: 'actions',
    ask: ({ connection }, position) => connection.sendRequest(HoverRequest.type, { textDocument, position }),
  },
  {
    what: 'completion',
    at: 'actions',
    ask: ({ connection }, position) =>
      connection.sendRequest(CompletionRequest.type, {
        textDocument,
        position,
        context: { triggerKind: CompletionTriggerKind.Invoked },
      }),
  },
  {
    what: 'code actions',
    at: 'findings',
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
    at: 'actions',
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
  places: Places,
  { at, ask }: Asking,
  { questions, behindKeystroke }: { readonly questions: number; readonly behindKeystroke: boolean },
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < questions; i++) {
    const position = places[at][i % places[at].length];
    if (!position) break;
    if (behindKeystroke) session.press();
    times.push(await timeOf(() => ask(session, position)));
    if (behindKeystroke) await session.published();
    await pause(10);
  }
  return times;
}
