import { ofHole } from '../../symbolic/index.ts';
import type { LambdaFunction } from '../model.ts';
import type { Target } from './grants.ts';
import { arnIn } from './targets.ts';

/** A queue that SAM generates under this logical id. */
export function generatedQueue(logicalId: string): Target {
  return generated(logicalId, 'Arn', arnIn('sqs', ofHole({ kind: 'attribute', logicalId, attribute: 'QueueName' })));
}

/**
 * The destination of asynchronous invocations that SAM makes where an `EventInvokeConfig` names none.
 * Source: SAM specification, `EventInvokeDestinationConfiguration`.
 */
export function generatedDestination(fn: LambdaFunction, outcome: string, samType: string | undefined): Target | undefined {
  const logicalId = `${fn.logicalId}EventInvokeConfig${outcome}`;
  if (samType === 'SQS') return generatedQueue(`${logicalId}Queue`);
  return samType === 'SNS' ? generatedTopic(`${logicalId}Topic`) : undefined;
}

/** A topic that SAM generates under this logical id. */
function generatedTopic(logicalId: string): Target {
  return generated(logicalId, undefined, arnIn('sns', ofHole({ kind: 'attribute', logicalId, attribute: 'TopicName' })));
}

function generated(logicalId: string, attribute: string | undefined, { on }: Target): Target {
  return { on, written: ofHole({ kind: 'attribute', logicalId, attribute }) };
}
