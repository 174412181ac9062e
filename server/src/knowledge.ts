import type { Knowledge } from './analysis/index.ts';
import { createCloudFormationKnowledge } from './cloudformation/knowledgeText.ts';
import {
  createIamKnowledge,
  createManagedPolicies,
  createSamConnectors,
  createSamPolicyTemplates,
} from './iam/knowledge/index.ts';

/** The files of `server/data`, wherever they are. They are ASCII, so offsets count bytes and UTF-16 units alike. */
export interface DataFiles {
  readonly whole: (name: string) => string;
  /** The part between two offsets. */
  readonly part: (name: string, start: number, end: number) => string;
}

/** What is known of AWS. The details of a service are read when they are asked for, all else at once. */
export function createKnowledge({ whole, part }: DataFiles): Knowledge {
  return {
    iam: createIamKnowledge({
      head: whole('iam-head.txt'),
      details: (start, end) => part('iam-details.txt', start, end),
      otherNames: whole('other-names.txt'),
    }),
    cloudFormation: createCloudFormationKnowledge(whole('cloudformation.txt')),
    managedPolicies: createManagedPolicies({
      names: whole('managed-policy-names.txt'),
      documents: whole('managed-policies.json'),
    }),
    samPolicyTemplates: createSamPolicyTemplates(whole('sam-policy-templates.json')),
    samConnectors: createSamConnectors(whole('sam-connectors.json')),
  };
}
