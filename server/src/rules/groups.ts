import { ACTIONS_RULES } from './actions/index.ts';
import { CONDITION_RULES } from './conditions/index.ts';
import { EVENT_RULES } from './events/index.ts';
import { EXECUTION_RULES } from './execution/index.ts';
import { GRAMMAR_RULES } from './grammar/index.ts';
import { INVOCATION_RULES } from './invocation/index.ts';
import { ORGANIZATION_RULES } from './organization/index.ts';
import { PRINCIPAL_RULES } from './principals/index.ts';
import { PRIVILEGE_RULES } from './privilege/index.ts';
import { RESOURCE_RULES } from './resources/index.ts';
import type { RuleModule } from './rule.ts';
import { TRUST_RULES } from './trust/index.ts';
import { VARIABLES_RULES } from './variables/index.ts';

/** The rules on what a document says, folder by folder: all but those on what silences other rules. */
export const CONTENT_RULES: readonly RuleModule[] = [
  ACTIONS_RULES,
  CONDITION_RULES,
  EVENT_RULES,
  EXECUTION_RULES,
  GRAMMAR_RULES,
  INVOCATION_RULES,
  ORGANIZATION_RULES,
  PRINCIPAL_RULES,
  PRIVILEGE_RULES,
  RESOURCE_RULES,
  TRUST_RULES,
  VARIABLES_RULES,
].flat();
