import type { Analysis } from '../../analysis/index.ts';
import type { InvokePermission, Invoker, NearMiss } from '../../lambda/index.ts';
import { defineRule } from '../rule.ts';
import { hasAuthMismatch, isHalfGranted } from '../support/functionUrls.ts';
import { LOUDNESS } from '../support/loudness.ts';
import { differences, isQualifierMismatch, mendFixes } from '../support/nearMiss.ts';
import { addPermissionFix } from '../support/permissionFix.ts';
import { isPerhapsLetIn } from '../support/permissions.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly functionId: string;
  readonly invoker: Invoker;
  /** A permission that nearly lets the trigger in, and serves no other trigger. */
  readonly nearMiss: NearMiss | undefined;
}

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
    bad: [
      `${WORKER}  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: !GetAtt Worker.Arn
          #    ^^^^^^^^^^^^^^^^^^ Nightly may not invoke Worker
`,
    ],
    good: [
      `${WORKER}  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: !GetAtt Worker.Arn
  WorkerNightlyPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
`,
    ],
  },

  *find(analysis: Analysis) {
    const { permissions } = analysis;
    const all = permissions.functions.flatMap(({ invokers }) => invokers);
    const isUseful = (permission: InvokePermission): boolean => all.some((invoker) => isPerhapsLetIn(invoker, permission));
    for (const { fn, invokers } of permissions.functions) {
      for (const invoker of invokers) {
        const { mechanism } = invoker.trigger.definition;
        if (mechanism !== 'resource-policy' || !isRefused(invoker) || isQualifierMismatch(invoker)) continue;
        if (isHalfGranted(invoker) || hasAuthMismatch(invoker, analysis)) continue;
        const nearMiss = invoker.nearMisses.find(({ permission }) => permission.origin === 'template' && !isUseful(permission));
        yield { functionId: fn.logicalId, invoker, nearMiss };
      }
    }
  },

  diagnose: ({ functionId, invoker: { trigger, verdict }, nearMiss }) => ({
    span: trigger.span,
    message: `${what(trigger.name, functionId, trigger.definition.principal, verdict)} ${when(trigger.definition.checkedAtDeployment)} ${remedy(nearMiss, trigger.definition.principal)}`,
    subject: {
      function: functionId,
      trigger: trigger.name,
      ...(trigger.definition.principal ? { principal: trigger.definition.principal } : {}),
    },
    severity: LOUDNESS[trigger.definition.confidence],
    outcome: trigger.definition.checkedAtDeployment ? 'deploy-fails' : 'trigger-silent',
    ...(nearMiss
      ? { related: [{ span: nearMiss.permission.resource.nameSpan, message: `This permission names ${differences(nearMiss)}.` }] }
      : {}),
  }),

  fix: ({ invoker: { trigger }, nearMiss }, analysis) => {
    const mends = nearMiss ? mendFixes(nearMiss, trigger, analysis) : [];
    const adds = addPermissionFix(trigger, analysis);
    return [...mends, ...adds.map((fix) => ({ ...fix, preferred: mends.length === 0 }))];
  },
});

function isRefused({ verdict }: Invoker): boolean {
  return verdict === 'missing' || verdict === 'denied';
}

function what(trigger: string, functionId: string, principal: string | undefined, verdict: Invoker['verdict']): string {
  if (verdict === 'denied')
    return `${trigger} may not invoke ${functionId}: the function’s resource-based policy denies it to ${principal}.`;
  return `${trigger} may not invoke ${functionId}: nothing in the function’s resource-based policy lets ${principal} call it from there.`;
}

function when(checkedAtDeployment: boolean): string {
  return checkedAtDeployment ? 'Deployment fails.' : 'Deployment succeeds, but the function is never called.';
}

function remedy(nearMiss: NearMiss | undefined, principal: string | undefined): string {
  if (!nearMiss) return `Add an AWS::Lambda::Permission for ${principal}.`;
  return `${nearMiss.permission.logicalId} nearly does, but it names ${differences(nearMiss)}.`;
}
