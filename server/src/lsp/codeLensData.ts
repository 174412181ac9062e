import type { CodeLens } from 'vscode-languageserver';
import type { LensSubject } from '../features/index.ts';

/** What a lens is resolved from. */
export interface LensData {
  readonly uri: string;
  readonly subject: LensSubject;
}

/** What this server attached to a lens; nothing when it is not ours. */
export function lensDataOf({ data }: CodeLens): LensData | undefined {
  return isLensData(data) ? data : undefined;
}

function isLensData(data: unknown): data is LensData {
  return typeof data === 'object' && data !== null && 'uri' in data && typeof data.uri === 'string' && 'subject' in data;
}
