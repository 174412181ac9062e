import { is } from './places.ts';
import { at, calledBy, type TriggerRow } from './row.ts';
import { arnIn, ownArn } from './sources.ts';

const docsUrl = 'https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html';

export const sns: readonly TriggerRow[] = [
  {
    definition: calledBy('sns.amazonaws.com', { id: 'sns-subscription', title: 'Amazon SNS subscription', docsUrl }),
    types: ['AWS::SNS::Subscription'],
    find: at({ at: 'Endpoint', when: [is('Protocol', 'lambda')], source: arnIn('TopicArn') }),
  },
  {
    definition: calledBy('sns.amazonaws.com', {
      id: 'sns-topic-inline-subscription',
      title: 'Amazon SNS topic with its own subscription',
      docsUrl,
    }),
    types: ['AWS::SNS::Topic'],
    find: at({ at: 'Subscription[].Endpoint', when: [is('Subscription[].Protocol', 'lambda')], source: ownArn }),
  },
];
