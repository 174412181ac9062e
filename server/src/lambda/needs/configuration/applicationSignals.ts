import { ANYWHERE } from '../grants.ts';
import { layerRow } from './layers.ts';

export const applicationSignals = layerRow({
  definition: {
    id: 'application-signals',
    title: 'CloudWatch Application Signals layer',
    because: 'The layer sends traces to X-Ray with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-application-signals.html',
    severity: 'warning',
    outcome: 'no-effect',
  },
  layer: ':layer:AWSOpenTelemetryDistro',
  actions: ['xray:PutTraceSegments'],
  on: ANYWHERE,
});
