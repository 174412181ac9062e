import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of package.json that tests compare with the sources, with the words of package.nls.json in their places. */
export interface Manifest {
  readonly version: string;
  readonly icon: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
    readonly configuration: readonly SettingsSection[];
    readonly walkthroughs: readonly { readonly steps: readonly WalkthroughStep[] }[];
  };
}

export interface SettingsSection {
  readonly title: string;
  readonly order: number;
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface WalkthroughStep {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

/** The words that users read, by key. */
export const manifestWords: Readonly<Record<string, string>> = JSON.parse(textOf('package.nls.json'));

/** The keys that package.json names, in the order of the text. */
export const manifestKeys: readonly string[] = Array.from(
  textOf('package.json').matchAll(/"%([^%"]+)%"/g),
  ([, key]) => key ?? '',
);

export const manifest: Manifest = JSON.parse(textOf('package.json'), (_, value: unknown) => inWords(value));

/** The settings of all sections, without their places there. */
export const declaredSettings: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(
  manifest.contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties).map(([name, { order: _, ...definition }]) => [name, definition]),
  ),
);

function inWords(value: unknown): unknown {
  const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
  return key === undefined ? value : manifestWords[key];
}

function textOf(file: string): string {
  return readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8');
}
