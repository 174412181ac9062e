import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { encodeText, type FileText } from '../../files/reading.ts';

/**
 * Replaces a file's text at one stroke: who reads it meanwhile sees the old text or the new one, never a half. Links stay links, and
 * the file keeps its mode.
 */
export function writeText(file: string, text: FileText): void {
  const target = realpathSync(file);
  const fresh = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(fresh, encodeText(text), { mode: statSync(target).mode, flag: 'wx' });
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
