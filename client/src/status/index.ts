import type { Disposable, DocumentFilter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { followActiveDocument } from './activeDocument.ts';
import { showStatus } from './statusItem.ts';

/**
 * Tells the editor what the active document is: by the status item, and by the context `lambdaIam.isTemplate`, on which menus depend.
 *
 * @param selector the documents that the client serves
 */
export function provideStatus(client: BaseLanguageClient, selector: readonly DocumentFilter[]): Disposable {
  const active = followActiveDocument(client, selector);
  const item = showStatus(active, selector);
  return {
    dispose: () => {
      item.dispose();
      active.dispose();
    },
  };
}
