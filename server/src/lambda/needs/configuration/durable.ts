import { arnOf, arnReference } from '../../../cloudformation/index.ts';
import { required } from '../grants.ts';
import { placeAt, settingsOf } from '../places.ts';
import type { NeedRow } from '../row.ts';
import { within } from '../targets.ts';

export const durable: NeedRow = {
  kind: 'durable',
  definition: {
    id: 'durable',
    title: 'Durable executions',
    because: 'A durable function saves and reads its own checkpoints with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/durable-security.html',
    severity: 'error',
    outcome: 'access-denied',
  },
  find: (context) => {
    const on = arnOf(context.fn.resource, context.template);
    if (!on) return [];
    // An execution's ARN goes on behind the function's: the function's alone does not cover it.
    const executions = within({ on, written: arnReference(context.fn.resource) }, ':*');
    return settingsOf(context, 'DurableConfig').map((setting) => ({
      ...placeAt(context, 'DurableConfig', setting),
      grants: [required(['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'], executions)],
    }));
  },
};
