import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of package.json that tests compare with the sources. */
export interface Manifest {
  readonly version: string;
  readonly icon: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly jsonValidation: readonly { readonly fileMatch: string | readonly string[]; readonly url: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

export const manifest: Manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));
