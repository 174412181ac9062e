import { child, literalText } from '../../../syntax/index.ts';
import { sendingGrants } from '../destinations.ts';
import { placeAt, type Setting, settingsOf, settingsUnder } from '../places.ts';
import type { NeedContext, NeedPlace, NeedRow } from '../row.ts';
import { targetOf } from '../targets.ts';

export const deadLetter: NeedRow = {
  kind: 'dead-letter',
  definition: {
    id: 'dead-letter',
    title: 'Dead-letter queue of asynchronous invocations',
    because: 'Lambda sends events that failed to the dead-letter queue or topic with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    severity: 'error',
    outcome: 'deploy-fails',
  },
  find: (context) => (context.fn.isSam ? placesOf(context, 'DeadLetterQueue') : placesOf(context, 'DeadLetterConfig')),
};

function placesOf(context: NeedContext, property: string): readonly NeedPlace[] {
  return settingsOf(context, property).flatMap(({ node, guard }) => {
    const arn = child(node, 'TargetArn');
    const samType = literalText(child(node, 'Type'));
    return arn ? settingsUnder(arn, guard).map((setting) => placeOf(context, property, setting, samType)) : [];
  });
}

function placeOf(context: NeedContext, property: string, setting: Setting, samType: string | undefined): NeedPlace {
  const target = targetOf(setting.node, context.template);
  return { ...placeAt(context, property, setting), grants: sendingGrants(target, samType, context.template) };
}
