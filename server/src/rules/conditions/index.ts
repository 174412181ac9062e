import type { RuleModule } from '../rule.ts';
import { arnComparedAsText } from './arnComparedAsText.ts';
import { cidrHostBits } from './cidrHostBits.ts';
import { conditionKeyFormat } from './conditionKeyFormat.ts';
import { conditionKeyNotForAction } from './conditionKeyNotForAction.ts';
import { conditionKeyNotForService } from './conditionKeyNotForService.ts';
import { conditionOperatorMismatch } from './conditionOperatorMismatch.ts';
import { conditionValueType } from './conditionValueType.ts';
import { duplicateConditionKey } from './duplicateConditionKey.ts';
import { emptyConditionValue } from './emptyConditionValue.ts';
import { forAllValuesWithoutKey } from './forAllValuesWithoutKey.ts';
import { ifExistsOpensAccess } from './ifExistsOpensAccess.ts';
import { irrelevantConditionKey } from './irrelevantConditionKey.ts';
import { missingPairedKey } from './missingPairedKey.ts';
import { missingSetOperator } from './missingSetOperator.ts';
import { missingTagKey } from './missingTagKey.ts';
import { mixedConditionTypes } from './mixedConditionTypes.ts';
import { nullIfExists } from './nullIfExists.ts';
import { nullWithSetOperator } from './nullWithSetOperator.ts';
import { privateSourceIp } from './privateSourceIp.ts';
import { redundantNumber } from './redundantNumber.ts';
import { retiredConditionKey } from './retiredConditionKey.ts';
import { setOperatorOnSingleValue } from './setOperatorOnSingleValue.ts';
import { severalBooleans } from './severalBooleans.ts';
import { tagKeyNotSupported } from './tagKeyNotSupported.ts';
import { unknownConditionKey } from './unknownConditionKey.ts';
import { unknownConditionOperator } from './unknownConditionOperator.ts';
import { unknownRegionInCondition } from './unknownRegionInCondition.ts';
import { vpcIdFormat } from './vpcIdFormat.ts';
import { weakMfaTest } from './weakMfaTest.ts';
import { wildcardWithoutLike } from './wildcardWithoutLike.ts';

/** Rules on the `Condition` of statements. */
export const CONDITION_RULES: readonly RuleModule[] = [
  arnComparedAsText,
  cidrHostBits,
  conditionKeyFormat,
  conditionKeyNotForAction,
  conditionKeyNotForService,
  conditionOperatorMismatch,
  conditionValueType,
  duplicateConditionKey,
  emptyConditionValue,
  forAllValuesWithoutKey,
  ifExistsOpensAccess,
  irrelevantConditionKey,
  missingPairedKey,
  missingSetOperator,
  missingTagKey,
  mixedConditionTypes,
  nullIfExists,
  nullWithSetOperator,
  privateSourceIp,
  redundantNumber,
  retiredConditionKey,
  setOperatorOnSingleValue,
  severalBooleans,
  tagKeyNotSupported,
  unknownConditionKey,
  unknownConditionOperator,
  unknownRegionInCondition,
  vpcIdFormat,
  weakMfaTest,
  wildcardWithoutLike,
];
