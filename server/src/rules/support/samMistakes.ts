import type { Analysis } from '../../analysis/index.ts';
import type { Trigger } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { child, literalText } from '../../syntax/index.ts';
import { setEntry } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import type { Refusal } from './refusals.ts';

/** Why SAM does not let a call in that it seems to let in, and what to write instead. */
export interface SamMistake {
  /** A clause behind a colon. */
  readonly why: string;
  /** A whole sentence. */
  readonly remedy: string;
  readonly fixes: readonly Fix[];
}

type Recognised = (trigger: Trigger, analysis: Analysis) => SamMistake | undefined;

/**
 * By trigger.
 * Source: github.com/aws/serverless-application-model, samtranslator/model/eventsources/push.py, model/api/http_api_generator.py.
 */
const MISTAKES: Readonly<Record<string, Recognised>> = {
  'apigw-sam-definitionbody': () => ({
    why: 'SAM makes permissions for the Api and HttpApi events of functions, and none for an integration that only stands in DefinitionBody',
    remedy: 'Add an AWS::Lambda::Permission, or an event for the route to the function.',
    fixes: [],
  }),
  'sam-api-authorizer': unpermittedAuthorizer,
  'sam-event-cognito': secondUserPool,
};

/** Whether a call is refused because of how SAM makes permissions; only for what SAM makes them for. */
export function samMistakeOf({ trigger, verdict, nearMiss }: Refusal, analysis: Analysis): SamMistake | undefined {
  const { id } = trigger.definition;
  if (verdict === 'denied' || nearMiss || !Object.hasOwn(MISTAKES, id)) return undefined;
  return MISTAKES[id]?.(trigger, analysis);
}

/** Only REST APIs let their authorizers in without being told to. */
function unpermittedAuthorizer({ node }: Trigger, { tree }: Analysis): SamMistake | undefined {
  const authorizer = node.parent;
  if (authorizer?.kind !== 'mapping') return undefined;
  if (literalText(child(authorizer, 'DisableFunctionDefaultPermissions')) === 'true')
    return {
      why: 'DisableFunctionDefaultPermissions keeps SAM from making the permission',
      remedy: 'Take DisableFunctionDefaultPermissions out, or add an AWS::Lambda::Permission.',
      fixes: [],
    };
  const edit = setEntry(tree, authorizer, 'EnableFunctionDefaultPermissions', true);
  return {
    why: 'for the Lambda authorizer of an HTTP API, SAM makes a permission only with EnableFunctionDefaultPermissions',
    remedy: 'Set EnableFunctionDefaultPermissions to true.',
    fixes: [{ title: 'Set EnableFunctionDefaultPermissions to true', preferred: true, edits: [edit] }],
  };
}

/** All Cognito events of a function share the logical id of one permission, and the last one has it. */
function secondUserPool(trigger: Trigger, analysis: Analysis): SamMistake | undefined {
  const made = analysis.permissions.permissions.find(
    ({ origin, resource, principal }) =>
      origin === 'sam' && resource === trigger.resource && display(principal) === trigger.definition.principal,
  );
  if (!made?.sourceArn) return undefined;
  return {
    why: `SAM makes one permission for all Cognito events of a function, ${made.logicalId}, and here it lets ${display(made.sourceArn)} in`,
    remedy: 'Add an AWS::Lambda::Permission for this user pool.',
    fixes: [],
  };
}
