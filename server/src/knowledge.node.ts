import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from './analysis/index.ts';
import { createCloudFormationKnowledge } from './cloudformation/knowledgeText.ts';
import {
  createIamKnowledge,
  createManagedPolicies,
  createSamConnectors,
  createSamPolicyTemplates,
} from './iam/knowledge/index.ts';
import { packageFolder } from './package.node.ts';

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
  return readFileSync(join(packageFolder(), 'server', 'data', name), 'latin1');
}

function dataSlice(name: string, start: number, end: number): string {
  const file = openSync(join(packageFolder(), 'server', 'data', name), 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, start));
  } finally {
    closeSync(file);
  }
}
