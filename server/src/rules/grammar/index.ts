import type { RuleModule } from '../rule.ts';
import { duplicateElement } from './duplicateElement.ts';
import { duplicateSid } from './duplicateSid.ts';
import { emptyElement } from './emptyElement.ts';
import { emptySid } from './emptySid.ts';
import { exclusiveElements } from './exclusiveElements.ts';
import { invalidEffect } from './invalidEffect.ts';
import { invalidSid } from './invalidSid.ts';
import { invalidVersion } from './invalidVersion.ts';
import { missingAction } from './missingAction.ts';
import { missingEffect } from './missingEffect.ts';
import { missingPrincipal } from './missingPrincipal.ts';
import { missingResource } from './missingResource.ts';
import { missingStatement } from './missingStatement.ts';
import { missingVersion } from './missingVersion.ts';
import { oldVersion } from './oldVersion.ts';
import { policySyntax } from './policySyntax.ts';
import { policyTooLarge } from './policyTooLarge.ts';
import { unknownElement } from './unknownElement.ts';
import { wrongValueType } from './wrongValueType.ts';

/** Rules on how policies are built. */
export const GRAMMAR_RULES: readonly RuleModule[] = [
  duplicateElement,
  duplicateSid,
  emptyElement,
  emptySid,
  exclusiveElements,
  invalidEffect,
  invalidSid,
  invalidVersion,
  missingAction,
  missingEffect,
  missingPrincipal,
  missingResource,
  missingStatement,
  missingVersion,
  oldVersion,
  policySyntax,
  policyTooLarge,
  unknownElement,
  wrongValueType,
];
