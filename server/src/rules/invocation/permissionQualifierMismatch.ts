import type { NearMiss } from '../../lambda/index.ts';
import { FUNCTION_TYPES } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { consequenceOf } from '../support/consequences.ts';
import { letInFix } from '../support/letInFix.ts';
import { LOUDNESS } from '../support/loudness.ts';
import { mendFixes, qualifierNearMiss } from '../support/nearMiss.ts';
import { type Refusal, refusalsOf } from '../support/refusals.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly refusal: Refusal;
  readonly nearMiss: NearMiss;
}

/** The permission is on the function and the trigger on an alias or version of it, or the reverse. */
export const permissionQualifierMismatch = defineRule<Found>({
  id: 'permission-qualifier-mismatch',
  severity: 'error',
  outcome: 'trigger-silent',
  docs: {
    summary: 'A permission and its trigger name different qualifiers of one function.',
    why:
      'The function, each of its versions and each of its aliases have a resource-based policy of their own. A permission for the function ' +
      'itself does not let anybody call its alias, and one for the alias does not let anybody call the function without it.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html',
    aka: [],
    bad: [sample('!GetAtt Worker.Arn', '          #    ^^^^^^^^^ Nightly calls live of Worker\n')],
    good: [sample('!Ref Live')],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,

  *find(analysis) {
    for (const refusal of refusalsOf(analysis)) {
      const nearMiss = refusal.verdict === 'missing' ? qualifierNearMiss(refusal.nearMisses) : undefined;
      if (nearMiss) yield { refusal, nearMiss };
    }
  },

  diagnose: ({ refusal: { owner, trigger }, nearMiss: { permission } }) => {
    const { logicalId } = owner.fn;
    const consequence = consequenceOf(trigger);
    const permitted = named(permission.target.qualifier, logicalId);
    return {
      span: trigger.span,
      message:
        `${trigger.name} calls ${named(trigger.target.qualifier, logicalId)}, but ${permission.logicalId} lets it call ${permitted}. Each ` +
        `has a policy of its own, so the call is refused. ${consequence.words} Name the same one in both.`,
      subject: {
        function: logicalId,
        trigger: trigger.name,
        permission: permission.logicalId,
        ...(trigger.definition.principal ? { principal: trigger.definition.principal } : {}),
      },
      severity: LOUDNESS[trigger.definition.confidence],
      outcome: consequence.outcome,
      related: [{ span: permission.resource.nameSpan, message: `The permission is for ${permitted}.` }],
    };
  },

  fix: ({ refusal: { trigger }, nearMiss }, analysis) => {
    const mends = nearMiss.permission.origin === 'template' ? mendFixes(nearMiss, trigger, analysis) : [];
    return [...mends, ...letInFix(trigger, analysis).map((fix) => ({ ...fix, preferred: mends.length === 0 }))];
  },
});

function named(qualifier: Parameters<typeof display>[0] | undefined, functionId: string): string {
  return qualifier ? `${display(qualifier)} of ${functionId}` : `${functionId} without a qualifier`;
}

function sample(permitted: string, mark = ''): string {
  return `${WORKER}  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionName: !Ref Worker
      FunctionVersion: $LATEST
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: !Ref Live
${mark}  WorkerNightlyPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: ${permitted}
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
`;
}
