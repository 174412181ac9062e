import { evaluate, type Template } from '../../cloudformation/index.ts';
import { display } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { inText } from './embeddedText.ts';
import { absent, present, siblingOf } from './places.ts';
import { at, calledBy, calledWithRole, type TriggerRow } from './row.ts';
import { ownArn } from './sources.ts';

const targets = at({ at: 'Target.Arn', role: 'Target.RoleArn', others: true });

/**
 * A schedule may call any operation of AWS; the one that invokes a function names it in its input. Source:
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 */
const universalTargets = inText({
  at: 'Target.Input',
  key: 'FunctionName',
  role: 'Target.RoleArn',
  when: (place) => isUniversalInvoke(siblingOf(place, 'Target.Arn'), place.template),
});

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
    find: (resource, template) => [...targets(resource, template), ...universalTargets(resource, template)],
  },
];

function isUniversalInvoke(target: SyntaxNode | undefined, template: Template): boolean {
  return target !== undefined && display(evaluate(target, { template })).endsWith(':scheduler:::aws-sdk:lambda:invoke');
}
