import type { RuleModule } from '../rule.ts';
import { resourceControlElement } from './resourceControlElement.ts';
import { serviceControlElement } from './serviceControlElement.ts';

/** Rules on the policies of organizations. */
export const ORGANIZATION_RULES: readonly RuleModule[] = [resourceControlElement, serviceControlElement];
