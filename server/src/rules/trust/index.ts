import type { RuleModule } from '../rule.ts';
import { assumeActionMismatch } from './assumeActionMismatch.ts';
import { audienceQualifier } from './audienceQualifier.ts';
import { federatedProviderFormat } from './federatedProviderFormat.ts';
import { misplacedStatement } from './misplacedStatement.ts';
import { redundantSessionPrincipal } from './redundantSessionPrincipal.ts';
import { rolesAnywhereActions } from './rolesAnywhereActions.ts';
import { trustPolicyElement } from './trustPolicyElement.ts';
import { webIdentityWithoutCondition } from './webIdentityWithoutCondition.ts';
import { wideGithubSubject } from './wideGithubSubject.ts';

/** Rules on trust policies, and on statements that stand in a policy of the wrong kind. */
export const TRUST_RULES: readonly RuleModule[] = [
  assumeActionMismatch,
  audienceQualifier,
  federatedProviderFormat,
  misplacedStatement,
  redundantSessionPrincipal,
  rolesAnywhereActions,
  trustPolicyElement,
  webIdentityWithoutCondition,
  wideGithubSubject,
];
