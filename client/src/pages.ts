/** Pages to read: what the server has to say at length, shown as Markdown beside the text it is about. They are saved nowhere. */
import { commands, type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { latestOnly } from './latest.ts';

const SCHEME = 'lambda-iam-page';

export interface Page {
  /** The name of its tab. */
  readonly title: string;
  /** The document it is about. The page is read again when that is edited. */
  readonly about?: Uri;
  /** Its Markdown; `null` where there is no such page (any more), and the text shown last stays. */
  readonly read: () => Promise<string | null>;
}

export interface Pages extends Disposable {
  /** Shows a page, in the place of an older one with the same title about the same document. @returns whether there was something to show */
  readonly show: (page: Page) => Promise<boolean>;
}

interface OpenPage extends Page {
  readonly uri: Uri;
  readonly text: string;
}

/** @returns what shows pages until it is disposed of */
export function providePages(): Pages {
  const open = new Map<string, OpenPage>();
  const changed = new EventEmitter<Uri>();
  const keep = (page: OpenPage): void => {
    open.set(page.uri.toString(), page);
    changed.fire(page.uri);
  };
  const follow = latestOnly(async () => {
    for (const page of [...open.values()]) {
      const text = await page.read();
      if (text !== null && text !== page.text && open.has(page.uri.toString())) keep({ ...page, text });
    }
  });
  const subscriptions = [
    changed,
    workspace.onDidCloseTextDocument(({ uri }) => void open.delete(uri.toString())),
    workspace.onDidChangeTextDocument(({ document }) => {
      const edited = document.uri.toString();
      if ([...open.values()].some(({ about }) => about?.toString() === edited)) void follow();
    }),
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => open.get(uri.toString())?.text ?? '',
    }),
  ];
  return {
    show: async (page) => {
      const text = await page.read();
      if (text === null) return false;
      const uri = Uri.from({ scheme: SCHEME, path: `/${page.title}.md`, query: page.about?.toString() ?? '' });
      keep({ ...page, uri, text });
      await commands.executeCommand('markdown.showPreviewToSide', uri);
      return true;
    },
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
