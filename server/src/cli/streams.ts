import { once } from 'node:events';

/**
 * Writes to a stream no faster than it is read. A reader that goes away (`lambda-iam check | head`) wants no more: the process ends
 * without a word.
 */
export function writerTo(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return async (text) => {
    if (text !== '' && !stream.write(text)) await once(stream, 'drain');
  };
}

export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
