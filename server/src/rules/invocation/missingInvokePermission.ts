import type { Analysis } from '../../analysis/index.ts';
import { FUNCTION_TYPES } from '../../lambda/index.ts';
import type { Span } from '../../text/span.ts';
import { type Diagnosis, defineRule } from '../rule.ts';
import { consequenceOf } from '../support/consequences.ts';
import { letInFix } from '../support/letInFix.ts';
import { LOUDNESS } from '../support/loudness.ts';
import { differences, isMendable, mendFixes, rightValueOf, wrongProperty } from '../support/nearMiss.ts';
import { propertySpan } from '../support/permissions.ts';
import { isQualifierMismatch, type Refusal, refusalsOf } from '../support/refusals.ts';
import { type SamMistake, samMistakeOf } from '../support/samMistakes.ts';
import { WORKER } from '../support/samples.ts';
import { type SelfInvocation, selfInvocationOf } from '../support/selfInvocation.ts';

interface Found {
  readonly refusal: Refusal;
  /** Whether the permission that is nearly right can be mended; the finding then stands there. */
  readonly isMendable: boolean;
  /** Where SAM is what goes wrong. */
  readonly samMistake: SamMistake | undefined;
  readonly selfInvocation: SelfInvocation | undefined;
}

const NIGHTLY = `${WORKER}  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: !GetAtt Worker.Arn
`;
const FROM_NIGHTLY = `  WorkerNightlyPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
`;

/** A service is told to call a function that its resource-based policy does not let it call. */
export const missingInvokePermission = defineRule<Found>({
  id: 'missing-invoke-permission',
  severity: 'error',
  outcome: 'trigger-silent',
  docs: {
    summary: 'A trigger’s service may not invoke the function.',
    why:
      'Services that push events (Amazon S3, SNS, EventBridge, API Gateway, ...) call the function as a service principal. The function’s ' +
      'resource-based policy must let them: an AWS::Lambda::Permission with the action lambda:InvokeFunction. The console adds it in silence ' +
      'when a trigger is made there; a template has to say it. Permissions of the execution role do not help: they say what the function may ' +
      'call, not who may call it.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
    aka: [],
    bad: [`${NIGHTLY}          #    ^^^^^^^^^^^^^^^^^^ Nightly may not invoke Worker\n`],
    good: [`${NIGHTLY}${FROM_NIGHTLY}`],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,
  fixAllTitle: 'Add all missing permissions to invoke in this file',

  find: (analysis: Analysis) =>
    refusalsOf(analysis)
      .filter((refusal) => !isQualifierMismatch(refusal))
      .map((refusal) => ({
        refusal,
        isMendable: refusal.nearMiss !== undefined && isMendable(refusal.nearMiss, refusal.trigger, analysis),
        samMistake: samMistakeOf(refusal, analysis),
        selfInvocation: selfInvocationOf(refusal.owner, analysis),
      })),

  diagnose: ({ refusal, isMendable: mendable, samMistake, selfInvocation }) => {
    const { trigger, owner } = refusal;
    const { principal, confidence } = trigger.definition;
    return {
      span: spanOf(refusal, mendable),
      message: inWords(refusal, samMistake, selfInvocation),
      subject: { function: owner.fn.logicalId, trigger: trigger.name, ...(principal ? { principal } : {}) },
      severity: LOUDNESS[confidence],
      outcome: consequenceOf(trigger).outcome,
      related: relatedTo(refusal, mendable, selfInvocation),
    };
  },

  fix: ({ refusal: { trigger, verdict, nearMiss }, samMistake }, analysis) => {
    if (verdict === 'denied') return [];
    const mends = nearMiss ? mendFixes(nearMiss, trigger, analysis) : [];
    const better = [...mends, ...(samMistake?.fixes ?? [])];
    const adds = letInFix(trigger, analysis);
    return [...better, ...adds.map((fix) => ({ ...fix, preferred: !better.some(({ preferred }) => preferred) }))];
  },
});

/** At the trigger, or at the one property of a permission that keeps the trigger out. */
function spanOf({ trigger, nearMiss }: Refusal, mendable: boolean): Span {
  const property = nearMiss && mendable ? wrongProperty(nearMiss) : undefined;
  return nearMiss && property !== undefined ? propertySpan(nearMiss.permission, property) : trigger.span;
}

function inWords(refusal: Refusal, samMistake: SamMistake | undefined, selfInvocation: SelfInvocation | undefined): string {
  const { trigger, owner, calls } = refusal;
  const fn = owner.fn.logicalId;
  const routes = calls > 1 ? ` for ${calls} of its routes` : '';
  const sentences = [
    `${trigger.name} may not invoke ${fn}${routes}: ${samMistake?.why ?? why(refusal)}.`,
    consequenceOf(trigger).words,
    samMistake?.remedy ?? remedy(refusal),
    ...(selfInvocation
      ? [
          `That ${selfInvocation.roleId} allows lambda:InvokeFunction on it does not help: an execution role says what the function may call, ` +
            'its resource-based policy says who may call the function.',
        ]
      : []),
  ];
  return sentences.join(' ');
}

function why({ verdict, trigger: { definition }, nearMiss }: Refusal): string {
  if (verdict === 'denied') return `the function’s resource-based policy denies it to ${definition.principal}`;
  if (nearMiss) return `${nearMiss.permission.logicalId} nearly lets it, but it names ${differences(nearMiss)}`;
  return `nothing in the function’s resource-based policy lets ${definition.principal} call it from there`;
}

function remedy({ verdict, trigger, nearMiss }: Refusal): string {
  if (verdict === 'denied') return 'Take the call out of what the policy denies.';
  if (!nearMiss) return `Add an AWS::Lambda::Permission for ${trigger.definition.principal}.`;
  const right = rightValueOf(nearMiss, trigger);
  return right === undefined ? 'Mend it, or add a permission for this call.' : `Name ${right}.`;
}

function relatedTo(
  { trigger, owner, nearMiss }: Refusal,
  mendable: boolean,
  selfInvocation: SelfInvocation | undefined,
): NonNullable<Diagnosis['related']> {
  const { logicalId } = owner.fn;
  const other = mendable
    ? [{ span: trigger.span, message: `${trigger.name} calls ${logicalId} here.` }]
    : nearMiss
      ? [{ span: nearMiss.permission.resource.nameSpan, message: `This permission names ${differences(nearMiss)}.` }]
      : [];
  const itself = selfInvocation
    ? [{ span: selfInvocation.span, message: `This lets ${logicalId} call itself. It lets nobody else call ${logicalId}.` }]
    : [];
  return [...other, ...itself];
}
