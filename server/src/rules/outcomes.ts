import type { Outcome } from './rule.ts';

/** When a mistake hurts, in words that follow its severity: "error: the deployment fails". */
export const OUTCOME_IN_WORDS: Readonly<Record<Outcome, string>> = {
  'deploy-fails': 'the deployment fails',
  'trigger-silent': 'it deploys, but the function is never called',
  'access-denied': 'access is denied at run time',
  'too-open': 'more is allowed than is meant',
  'no-effect': 'it has no effect',
  style: 'it works, but can be clearer',
};
