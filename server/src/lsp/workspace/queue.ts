import { keyOf } from './uris.ts';

/** Files or folders that something is to be done with, each once. */
export interface Queue {
  readonly add: (uri: string) => void;
  /** Puts it before all that was added. */
  readonly addFirst: (uri: string) => void;
  /** Takes out the next one. */
  readonly next: () => string | undefined;
  readonly size: () => number;
  readonly clear: () => void;
}

export function createQueue(): Queue {
  const urgent = new Map<string, string>();
  const others = new Map<string, string>();
  const take = (from: Map<string, string>): string | undefined => {
    for (const [key, uri] of from) {
      from.delete(key);
      return uri;
    }
    return undefined;
  };
  return {
    add: (uri) => {
      if (!urgent.has(keyOf(uri))) others.set(keyOf(uri), uri);
    },
    addFirst: (uri) => {
      others.delete(keyOf(uri));
      urgent.set(keyOf(uri), uri);
    },
    next: () => take(urgent) ?? take(others),
    size: () => urgent.size + others.size,
    clear: () => {
      urgent.clear();
      others.clear();
    },
  };
}
