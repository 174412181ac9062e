import { type Disposable, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from 'vscode-languageclient/browser';
import { readText } from './files.browser.ts';

export interface ServerWorkers extends Disposable {
  /** Starts the server in a worker of its own, in the place of the one before. @returns the way to it */
  readonly start: () => Promise<MessageTransports>;
}

/**
 * The worker runs the text of the script rather than its address, since not everywhere an address would do: an extension may lie on
 * another host, where browsers start no workers from, or on one that only VS Code can reach.
 */
export function serverWorkers(extension: Uri): ServerWorkers {
  let worker: Worker | undefined;
  return {
    start: async () => {
      const script = await readText(Uri.joinPath(extension, 'dist', 'browser', 'server.js'));
      worker?.terminate();
      const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      worker = new Worker(address, { name: 'Lambda IAM' });
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    },
    dispose: () => worker?.terminate(),
  };
}
