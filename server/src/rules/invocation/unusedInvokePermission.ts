import type { Analysis } from '../../analysis/index.ts';
import { propertyAt, type Resource, referencesIn, type Template } from '../../cloudformation/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import {
  invokersFor,
  isPerhapsLetIn,
  propertySpan,
  removePermissionFix,
  servicePrincipal,
  writtenPermissions,
} from '../support/permissions.ts';
import { isNearMiss } from '../support/refusals.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly permission: InvokePermission;
  readonly source: Resource;
}

/** Resources that themselves say what they call, so that a template shows all of it. Source: their pages in the CloudFormation Template Reference */
const TELLING: ReadonlySet<string> = new Set([
  'AWS::Events::Rule',
  'AWS::IoT::TopicRule',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::Config::ConfigRule',
]);

const rule = (target: string): string => `${WORKER}  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: target
          Arn: !GetAtt ${target}.Arn
  Jobs:
    Type: AWS::SQS::Queue
  FromNightly:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
`;

/** A permission for a resource that does not call the function. */
export const unusedInvokePermission = defineRule<Found>({
  id: 'unused-invoke-permission',
  severity: 'hint',
  outcome: 'no-effect',
  docs: {
    summary: 'A permission lets a resource invoke a function that it does not call.',
    why:
      'The rule or alarm that the source ARN names calls other things, but not this function. Such a permission is left over, or the target is ' +
      'missing or names another function.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
    aka: [],
    bad: [`${rule('Jobs')}      #          ^^^^^^^^^^^^^^^^^^^ Nightly does not call Worker\n`],
    good: [rule('Worker')],
  },

  scope: 'permission',

  *find(analysis) {
    const { template } = analysis;
    if (!template?.complete) return;
    for (const permission of writtenPermissions(analysis)) {
      const source = tellingSource(permission, template);
      if (source && !isNeeded(permission, analysis) && !mayCall(source, permission, template, analysis))
        yield { permission, source };
    }
  },

  diagnose: ({ permission, source }) => ({
    span: propertySpan(permission, 'SourceArn'),
    message:
      `${source.logicalId} does not call ${permission.target.logicalId}, so ${permission.logicalId} has no effect. Remove it, or make the ` +
      'function a target.',
    subject: {
      permission: permission.logicalId,
      principal: display(permission.principal),
      ...(permission.target.logicalId === undefined ? {} : { function: permission.target.logicalId }),
    },
    related: [{ span: source.nameSpan, message: `${source.logicalId} calls other things only.` }],
  }),

  fix: ({ permission }, analysis) => removePermissionFix(permission, analysis).map((fix) => ({ ...fix, preferred: false })),
});

/** The one resource that the source ARN names, where it is one that says itself what it calls. */
function tellingSource(permission: InvokePermission, template: Template): Resource | undefined {
  if (servicePrincipal(permission) === undefined || permission.target.logicalId === undefined) return undefined;
  const names = new Set([...referencesIn(propertyAt(template, permission.resource, 'SourceArn'))].map(({ name }) => name));
  const [source, ...others] = [...names].flatMap((name) => template.resources.get(name) ?? []);
  return source && others.length === 0 && TELLING.has(source.type) ? source : undefined;
}

/** Whether a trigger gets in by the permission, or nearly so. */
function isNeeded(permission: InvokePermission, analysis: Analysis): boolean {
  const isUsed = invokersFor(permission, analysis).some((invoker) => isPerhapsLetIn(invoker, permission));
  return isUsed || isNearMiss(permission, analysis);
}

/** Whether the resource calls something that is, or may be, the function of the permission. */
function mayCall(source: Resource, { target }: InvokePermission, template: Template, { whole }: Analysis): boolean {
  const named = [...referencesIn(source.properties)].map(({ name }) => name);
  if (named.some((name) => name === target.logicalId || template.parameters.has(name))) return true;
  return whole.triggersAt(source).some(({ target: { logicalId } }) => {
    const isKnown = logicalId !== undefined && whole.functionOf(logicalId) !== undefined;
    return !isKnown || logicalId === target.logicalId;
  });
}
