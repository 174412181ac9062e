import type { RuleModule } from '../rule.ts';
import { accountPrincipalFormat } from './accountPrincipalFormat.ts';
import { allowWithNotPrincipal } from './allowWithNotPrincipal.ts';
import { federatedNotSupported } from './federatedNotSupported.ts';
import { principalFormat } from './principalFormat.ts';
import { publicPrincipal } from './publicPrincipal.ts';
import { servicePrincipalFormat } from './servicePrincipalFormat.ts';
import { servicePrincipalWithoutSource } from './servicePrincipalWithoutSource.ts';
import { sourceAccountRecommended } from './sourceAccountRecommended.ts';
import { uniqueIdPrincipal } from './uniqueIdPrincipal.ts';
import { unknownPrincipal } from './unknownPrincipal.ts';
import { unknownPrincipalType } from './unknownPrincipalType.ts';
import { wildcardInPrincipal } from './wildcardInPrincipal.ts';

/** Rules on who is let in. */
export const PRINCIPAL_RULES: readonly RuleModule[] = [
  accountPrincipalFormat,
  allowWithNotPrincipal,
  federatedNotSupported,
  principalFormat,
  publicPrincipal,
  servicePrincipalFormat,
  servicePrincipalWithoutSource,
  sourceAccountRecommended,
  uniqueIdPrincipal,
  unknownPrincipal,
  unknownPrincipalType,
  wildcardInPrincipal,
];
