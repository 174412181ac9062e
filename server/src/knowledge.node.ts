/** What a host on Node has on its disk: the data files of this package and its version. */
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Knowledge } from './analysis/index.ts';
import { createCloudFormationKnowledge } from './cloudformation/knowledgeText.ts';
import {
  createIamKnowledge,
  createManagedPolicies,
  createSamConnectors,
  createSamPolicyTemplates,
} from './iam/knowledge/index.ts';

const root = packageFolder(import.meta.dirname);

/** The version in package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return manifest instanceof Object && 'version' in manifest ? String(manifest.version) : '';
}

/** What is known of AWS, read from `server/data`. The same object each time; the details of a service are read when they are asked for. */
export function loadKnowledge(): Knowledge {
  knowledge ??= {
    iam: createIamKnowledge({
      head: dataFile('iam-head.txt'),
      details: (start, end) => dataSlice('iam-details.txt', start, end),
      otherNames: dataFile('other-names.txt'),
    }),
    cloudFormation: createCloudFormationKnowledge(dataFile('cloudformation.txt')),
    managedPolicies: createManagedPolicies({
      names: dataFile('managed-policy-names.txt'),
      documents: dataFile('managed-policies.json'),
    }),
    samPolicyTemplates: createSamPolicyTemplates(dataFile('sam-policy-templates.json')),
    samConnectors: createSamConnectors(dataFile('sam-connectors.json')),
  };
  return knowledge;
}

let knowledge: Knowledge | undefined;

/** The data is ASCII, and Node decodes Latin-1, which is the same for it, ten times as fast as UTF-8. */
function dataFile(name: string): string {
  return readFileSync(join(root, 'server', 'data', name), 'latin1');
}

function dataSlice(name: string, start: number, end: number): string {
  const file = openSync(join(root, 'server', 'data', name), 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, start));
  } finally {
    closeSync(file);
  }
}

/** The nearest folder above that holds the data: the sources and the bundles lie at different depths below it. */
function packageFolder(from: string): string {
  if (existsSync(join(from, 'server', 'data', 'iam-head.txt'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The folder server/data is missing: the installation of Lambda IAM is incomplete.');
  return packageFolder(parent);
}
