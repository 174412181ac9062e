import { absent, present } from './places.ts';
import { at, calledBy, calledWithRole, type TriggerRow } from './row.ts';
import { ownArn } from './sources.ts';

export const eventBridge: readonly TriggerRow[] = [
  {
    definition: calledBy('events.amazonaws.com', {
      id: 'events-rule-target',
      title: 'Amazon EventBridge rule',
      docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
    }),
    types: ['AWS::Events::Rule'],
    find: at({ at: 'Targets[].Arn', when: [absent('Targets[].RoleArn')], source: ownArn, others: true }),
  },
  {
    definition: calledWithRole('events.amazonaws.com', {
      id: 'events-rule-target-role',
      title: 'Amazon EventBridge rule with a role',
      docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
      reason: "EventBridge calls with the target's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::Events::Rule'],
    find: at({ at: 'Targets[].Arn', when: [present('Targets[].RoleArn')], role: 'Targets[].RoleArn', others: true }),
  },
  {
    definition: calledWithRole('pipes.amazonaws.com', {
      id: 'pipes-target',
      title: 'Amazon EventBridge pipe',
      docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html',
      reason: "The pipe calls with its role, which must allow lambda:InvokeFunction besides reading the pipe's source.",
    }),
    types: ['AWS::Pipes::Pipe'],
    find: at({ at: ['Target', 'Enrichment'], role: 'RoleArn', others: true }),
  },
  {
    definition: calledWithRole('scheduler.amazonaws.com', {
      id: 'scheduler-schedule',
      title: 'Amazon EventBridge Scheduler schedule',
      docsUrl: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html',
      reason: "The schedule calls with its target's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::Scheduler::Schedule'],
    find: at({ at: 'Target.Arn', role: 'Target.RoleArn', others: true }),
  },
];
