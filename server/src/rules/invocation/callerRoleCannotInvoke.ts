import type { Analysis } from '../../analysis/index.ts';
import type { CallerRole, Trigger } from '../../lambda/index.ts';
import { FUNCTION_TYPES } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { defineRule, type Fix } from '../rule.ts';
import { consequenceForRole } from '../support/consequences.ts';
import { grantFix } from '../support/grantFix.ts';
import { LOUDNESS } from '../support/loudness.ts';
import { WORKER } from '../support/samples.ts';
import { trustFix } from '../support/trustFix.ts';

interface Found {
  readonly functionId: string;
  readonly trigger: Trigger;
  readonly role: CallerRole;
}

/** A service calls a function with a role that cannot: it does not trust the service, or does not allow the call. */
export const callerRoleCannotInvoke = defineRule<Found>({
  id: 'caller-role-cannot-invoke',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'The role that a service calls the function with cannot invoke it, or does not trust the service.',
    why:
      'Step Functions, EventBridge Scheduler, Pipes, Data Firehose, AppSync and others assume a role and call the function with it. That role’s ' +
      'trust policy must name the service, and its policies must allow lambda:InvokeFunction on what is called: a grant on the function alone ' +
      'does not cover its aliases and versions. An AWS::Lambda::Permission for the service does not help.',
    url: 'https://docs.aws.amazon.com/step-functions/latest/dg/lambda-iam.html',
    aka: [],
    bad: [sample('sqs:SendMessage', 'Nightly may not invoke Worker')],
    good: [sample('lambda:InvokeFunction')],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,

  *find({ permissions }) {
    const seen = new Set<string>();
    for (const { fn, invokers } of permissions.functions) {
      for (const { trigger, verdict, callerRole: role } of invokers) {
        if (!role || (verdict !== 'missing' && verdict !== 'denied')) continue;
        // A state machine may call one function in many tasks.
        const key = [trigger.resource.logicalId, role.logicalId, display(role.written)].join(' ');
        if (!seen.has(key)) yield { functionId: fn.logicalId, trigger, role };
        seen.add(key);
      }
    }
  },

  diagnose: ({ functionId, trigger, role }) => {
    const { callerPrincipal, confidence } = trigger.definition;
    const { words, outcome } = consequenceForRole(trigger);
    return {
      span: trigger.span,
      message: `${trigger.name} may not invoke ${functionId}: ${reasonsOf(role, callerPrincipal).join(', and ')}. ${words} ${remedyOf(role, callerPrincipal)}`,
      subject: {
        function: functionId,
        trigger: trigger.name,
        role: role.logicalId,
        ...(role.allows === 'missing' ? { actions: ['lambda:InvokeFunction'] } : {}),
        ...(callerPrincipal ? { principal: callerPrincipal } : {}),
      },
      severity: LOUDNESS[confidence],
      outcome,
      related: [{ span: role.owner.nameSpan, message: `${role.logicalId} is the role that the function is called with.` }],
    };
  },

  fix: ({ trigger, role }, analysis) => fixes(role, trigger, analysis),
});

function reasonsOf({ logicalId, trusts, allows, written }: CallerRole, principal: string | undefined): readonly string[] {
  const onWhat = `lambda:InvokeFunction on ${display(written)}`;
  return [
    ...(trusts === 'no' ? [`the role ${logicalId} does not trust ${principal}`] : []),
    ...(allows === 'missing' ? [`the role ${logicalId} does not grant ${onWhat}`] : []),
    ...(allows === 'denied' ? [`${onWhat} is denied to the role ${logicalId}`] : []),
  ];
}

function remedyOf({ logicalId, trusts, allows, origin }: CallerRole, principal: string | undefined): string {
  if (allows === 'denied') return 'Take the function out of what denies it.';
  const trust =
    origin === 'sam' ? `Use a role that trusts ${principal}` : `Name ${principal} in the trust policy of ${logicalId}`;
  const remedies = [...(trusts === 'no' ? [trust] : []), ...(allows === 'missing' ? [`Grant it to ${logicalId}`] : [])];
  return `${remedies.join('. ')}.`;
}

/** One fix that mends all: the trust, the grant, or both. */
function fixes(role: CallerRole, { definition }: Trigger, analysis: Analysis): readonly Fix[] {
  const { callerPrincipal } = definition;
  if (role.allows === 'denied' || callerPrincipal === undefined) return [];
  const grants = grantFix(role, [{ actions: ['lambda:InvokeFunction'], written: role.written }], analysis);
  if (role.trusts !== 'no') return grants;
  const trusts = role.origin === 'sam' ? [] : trustFix(role.owner, callerPrincipal, callerPrincipal, analysis);
  if (role.allows !== 'missing') return trusts;
  const [grant] = grants;
  const [trust] = trusts;
  if (!grant || !trust) return [];
  return [{ title: `${trust.title}, and grant lambda:InvokeFunction`, preferred: true, edits: [...trust.edits, ...grant.edits] }];
}

function sample(action: string, mark?: string): string {
  return `${WORKER}  SchedulerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: scheduler.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: calls
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ${action}
                Resource: ${action.startsWith('lambda:') ? '!GetAtt Worker.Arn' : '!Sub arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs'}
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow: { Mode: "OFF" }
      Target:
        RoleArn: !GetAtt SchedulerRole.Arn
        Arn: !GetAtt Worker.Arn
${mark === undefined ? '' : `        #    ^^^^^^^^^^^^^^^^^^ ${mark}\n`}`;
}
