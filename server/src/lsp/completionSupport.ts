import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client can do with completions. */
export interface CompletionSupport {
  /** Placeholders that the author fills in. */
  readonly snippets: boolean;
  /** What is the same for all items may be said once for the list. */
  readonly defaults: boolean;
  /** It can be told to leave the indentation alone. */
  readonly insertTextModes: boolean;
  /** It shows a few words beside each label. */
  readonly labelDetails: boolean;
  readonly commitCharacters: boolean;
  readonly markdown: boolean;
  /** It knows VS Code's command that asks for completions anew. */
  readonly suggestsAgain: boolean;
}

/** The editors that are made of VS Code, by the names that they give themselves. */
const VS_CODE = /visual studio code|vscod|code - oss|cursor|windsurf|positron/i;

/** @param client what the client calls itself */
export function completionSupportOf({ textDocument }: ClientCapabilities, client: string | undefined): CompletionSupport {
  const { completionItem, completionList } = textDocument?.completion ?? {};
  const defaults = completionList?.itemDefaults ?? [];
  return {
    snippets: completionItem?.snippetSupport ?? false,
    defaults: defaults.includes('editRange') && defaults.includes('data'),
    insertTextModes: completionItem?.insertTextModeSupport !== undefined,
    labelDetails: completionItem?.labelDetailsSupport ?? false,
    commitCharacters: completionItem?.commitCharactersSupport ?? false,
    markdown: completionItem?.documentationFormat?.includes('markdown') ?? true,
    suggestsAgain: VS_CODE.test(client ?? ''),
  };
}
