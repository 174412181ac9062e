import type { RuleModule } from '../rule.ts';
import { malformedPolicyVariable } from './malformedPolicyVariable.ts';
import { misplacedPolicyVariable } from './misplacedPolicyVariable.ts';
import { referenceWithoutSub } from './referenceWithoutSub.ts';
import { swallowedPolicyVariable } from './swallowedPolicyVariable.ts';
import { variableInOperator } from './variableInOperator.ts';
import { variableNeedsVersion } from './variableNeedsVersion.ts';

/** Rules on policy variables, and on what `Fn::Sub` makes of them. */
export const VARIABLES_RULES: readonly RuleModule[] = [
  malformedPolicyVariable,
  misplacedPolicyVariable,
  referenceWithoutSub,
  swallowedPolicyVariable,
  variableInOperator,
  variableNeedsVersion,
];
