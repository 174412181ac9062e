import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of package.json that tests compare with the sources. */
export interface Manifest {
  readonly version: string;
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, unknown>> } };
}

export const manifest: Manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));
