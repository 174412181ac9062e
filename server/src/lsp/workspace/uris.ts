// Straight from the file: the door of that folder would load the rules before `initialize` is answered.
import { decoded } from '../../configuration/places.ts';

/**
 * One spelling for all that name the same file or folder: clients encode more or less of a path, write the letter of a Windows drive
 * either way, and may end a folder with a slash.
 */
export function keyOf(uri: string): string {
  return decoded(uri)
    .replace(/\/+$/, '')
    .replace(/^file:\/\/\/[A-Z]:/, (start) => start.toLowerCase());
}

/** Whether a file or folder is a place or lies below it; both as `keyOf` spells them. */
export function isWithin(key: string, place: string): boolean {
  return key === place || key.startsWith(`${place}/`);
}
