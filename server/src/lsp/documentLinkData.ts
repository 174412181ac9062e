import type { DocumentLink } from 'vscode-languageserver';

/** What a link is resolved from. */
export interface LinkData {
  readonly uri: string;
  /** As written. */
  readonly action: string;
}

/** What this server attached to a link; nothing when it is not ours. */
export function linkDataOf({ data }: DocumentLink): LinkData | undefined {
  return isLinkData(data) ? data : undefined;
}

function isLinkData(data: unknown): data is LinkData {
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('action' in data)) return false;
  return typeof data.uri === 'string' && typeof data.action === 'string';
}
