import { readFileSync } from 'node:fs';

/** A file that could not be read, and why. */
export interface Unreadable {
  readonly path: string;
  /** To stand behind the path and a colon. */
  readonly error: string;
}

/** A file's text without its byte order mark, and whether there was one. */
export interface FileText {
  readonly text: string;
  readonly byteOrderMark: boolean;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Reads a text file. @throws what the file system throws, or that the file is no UTF-8 text */
export function readText(file: string): FileText {
  return decodeText(readFileSync(file));
}

/** @throws when the bytes are no UTF-8 text */
export function decodeText(bytes: Uint8Array): FileText {
  const text = decode(bytes);
  return text.startsWith(BYTE_ORDER_MARK)
    ? { text: text.slice(BYTE_ORDER_MARK.length), byteOrderMark: true }
    : { text, byteOrderMark: false };
}

/** The text as it stands in the file. */
export function encodeText({ text, byteOrderMark }: FileText): string {
  return byteOrderMark ? BYTE_ORDER_MARK + text : text;
}

/** Why a file could not be read or written, in plain words where it is one of the usual reasons. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'is a folder';
    case 'EROFS':
      return 'the file system is read-only';
    default:
      return error.message;
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('not a UTF-8 text: save it in that encoding');
  }
}
