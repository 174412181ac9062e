import type { Knowledge } from './analysis/index.ts';
import { createCloudFormationKnowledge } from './cloudformation/knowledgeText.ts';
import {
  createIamKnowledge,
  createManagedPolicies,
  createSamConnectors,
  createSamPolicyTemplates,
} from './iam/knowledge/index.ts';
import { once } from './incremental/once.ts';

/** The files of `server/data`, wherever they are. They are ASCII, so offsets count bytes and UTF-16 units alike. */
export interface DataFiles {
  readonly whole: (name: string) => string;
  /** The part between two offsets. */
  readonly part: (name: string, start: number, end: number) => string;
}

/** What is known of AWS. The actions are read at once; the details of a service, and all else, when they are asked for. */
export function createKnowledge({ whole, part }: DataFiles): Knowledge {
  const iam = createIamKnowledge({
    head: whole('iam-head.txt'),
    details: (start, end) => part('iam-details.txt', start, end),
    otherNames: whole('other-names.txt'),
  });
  const cloudFormation = once(() => createCloudFormationKnowledge(whole('cloudformation.txt')));
  const managedPolicies = once(() =>
    createManagedPolicies({ names: whole('managed-policy-names.txt'), documents: whole('managed-policies.json') }),
  );
  const samPolicyTemplates = once(() => createSamPolicyTemplates(whole('sam-policy-templates.json')));
  const samConnectors = once(() => createSamConnectors(whole('sam-connectors.json')));
  return {
    iam,
    get cloudFormation() {
      return cloudFormation();
    },
    get managedPolicies() {
      return managedPolicies();
    },
    get samPolicyTemplates() {
      return samPolicyTemplates();
    },
    get samConnectors() {
      return samConnectors();
    },
  };
}
