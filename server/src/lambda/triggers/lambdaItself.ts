import { at, calledBy, needsNothing, nowhere, polled, type TriggerRow } from './row.ts';

/** What belongs to Lambda: mappings, destinations, callers in other accounts. */
export const lambdaItself: readonly TriggerRow[] = [
  {
    definition: {
      ...calledBy('*', {
        id: 'cross-account-invoke',
        title: 'Caller in another account or organization',
        docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
      }),
      principal: undefined,
    },
    types: [],
    find: nowhere,
  },
  {
    definition: polled({
      id: 'lambda-esm',
      title: 'Event source mapping',
      docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
    }),
    types: ['AWS::Lambda::EventSourceMapping'],
    find: at({ at: 'FunctionName' }),
  },
  {
    definition: needsNothing({
      id: 'lambda-eventinvokeconfig-dest',
      title: 'Destination of asynchronous invocations',
      docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
      reason: 'The execution role of the function that was invoked must allow lambda:InvokeFunction on this one.',
    }),
    types: ['AWS::Lambda::EventInvokeConfig'],
    find: at({ at: ['DestinationConfig.OnSuccess.Destination', 'DestinationConfig.OnFailure.Destination'], others: true }),
  },
];
