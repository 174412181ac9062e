import { ANYWHERE, required } from '../grants.ts';
import { placeAt, whereSettingIs } from '../places.ts';
import type { NeedRow } from '../row.ts';

export const tracing: NeedRow = {
  kind: 'tracing',
  definition: {
    id: 'tracing',
    title: 'Active tracing with AWS X-Ray',
    because:
      'The function sends its traces to X-Ray with the permissions of the execution role; without them they are dropped silently.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
    severity: 'warning',
    outcome: 'no-effect',
  },
  find: (context) => {
    const [property, ...path] = context.fn.isSam ? (['Tracing'] as const) : (['TracingConfig', 'Mode'] as const);
    return whereSettingIs(context, 'Active', property, ...path).map((setting) => ({
      ...placeAt(context, property, setting),
      // X-Ray's write actions take no resource.
      grants: [required(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ANYWHERE)],
    }));
  },
};
