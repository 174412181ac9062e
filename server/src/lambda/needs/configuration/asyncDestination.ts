import { guardOf, type Resource } from '../../../cloudformation/index.ts';
import { child, childAt, literalText } from '../../../syntax/index.ts';
import { configuredBy } from '../configuredBy.ts';
import { sendingGrants } from '../destinations.ts';
import { generatedDestination } from '../generated.ts';
import { placeAt, type Setting, settingsOf, settingsUnder } from '../places.ts';
import type { NeedContext, NeedPlace, NeedRow } from '../row.ts';
import { targetOf } from '../targets.ts';

export const asyncDestination: NeedRow = {
  kind: 'destination',
  definition: {
    id: 'async-destination',
    title: 'Destination of asynchronous invocations',
    because:
      'Lambda sends a record of each asynchronous invocation to the destination with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    severity: 'error',
    outcome: 'access-denied',
  },
  find: (context) => [...configuredBeside(context), ...(context.fn.isSam ? configuredInside(context) : [])],
};

const OUTCOMES = ['OnSuccess', 'OnFailure'] as const;

/** `AWS::Lambda::EventInvokeConfig` resources of the function. */
function configuredBeside(context: NeedContext): readonly NeedPlace[] {
  return configuredBy('AWS::Lambda::EventInvokeConfig', context.fn, context.template).flatMap((resource) =>
    OUTCOMES.flatMap((outcome) => {
      const node = childAt(resource.properties, 'DestinationConfig', outcome, 'Destination');
      const place = { subject: `${resource.logicalId}.${outcome}`, resource };
      return node ? settingsUnder(node, guardOf(resource)).map((setting) => sending(context, place, setting)) : [];
    }),
  );
}

function sending(
  { template }: NeedContext,
  place: { readonly subject: string; readonly resource: Resource },
  { node, guard }: Setting,
): NeedPlace {
  return { ...place, span: node.outerSpan, guard, grants: sendingGrants(targetOf(node, template), undefined, template) };
}

/** SAM's `EventInvokeConfig`. */
function configuredInside(context: NeedContext): readonly NeedPlace[] {
  return OUTCOMES.flatMap((outcome) =>
    settingsOf(context, 'EventInvokeConfig', 'DestinationConfig', outcome).flatMap((setting) => {
      const samType = literalText(child(setting.node, 'Type'));
      const node = child(setting.node, 'Destination');
      const settings = node ? settingsUnder(node, setting.guard) : [setting];
      return settings.map((each) => {
        const target = node ? targetOf(each.node, context.template) : generatedDestination(context.fn, outcome, samType);
        const place = placeAt(context, `EventInvokeConfig.${outcome}`, each);
        return { ...place, grants: target ? sendingGrants(target, samType, context.template) : [] };
      });
    }),
  );
}
