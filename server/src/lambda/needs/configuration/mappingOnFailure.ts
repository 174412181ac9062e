import { child, childAt, literalText } from '../../../syntax/index.ts';
import { sendingGrants } from '../destinations.ts';
import type { Mapping } from '../mappings.ts';
import { settingsUnder } from '../places.ts';
import type { NeedContext, NeedPlace, NeedRow } from '../row.ts';
import { targetOf } from '../targets.ts';

export const mappingOnFailure: NeedRow = {
  kind: 'destination',
  definition: {
    id: 'mapping-on-failure',
    title: 'On-failure destination of an event source mapping',
    because: 'Lambda sends a record of each discarded batch to the destination with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-errors.html',
    severity: 'error',
    outcome: 'deploy-fails',
  },
  find: (context) => context.mappings.flatMap((mapping) => placesOf(mapping, context)),
};

function placesOf({ properties, subject, resource, guard }: Mapping, { template }: NeedContext): readonly NeedPlace[] {
  const onFailure = childAt(properties, 'DestinationConfig', 'OnFailure');
  const destination = child(onFailure, 'Destination');
  const samType = literalText(child(onFailure, 'Type'));
  if (!destination) return [];
  return settingsUnder(destination, guard).map((setting) => ({
    subject,
    span: setting.node.outerSpan,
    resource,
    guard: setting.guard,
    grants: sendingGrants(targetOf(setting.node, template), samType, template),
  }));
}
