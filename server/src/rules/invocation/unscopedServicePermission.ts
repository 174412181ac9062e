import type { Analysis } from '../../analysis/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { addEntry, ref } from '../../syntax/write/index.ts';
import { defineRule, type Fix } from '../rule.ts';
import { sourceDraft } from '../support/permissionFix.ts';
import { propertySpan, servicePrincipal, triggersPerhapsLetIn, writtenPermissions } from '../support/permissions.ts';
import { WORKER } from '../support/samples.ts';

/** A permission for a service that names neither the source nor the account. */
export const unscopedServicePermission = defineRule<InvokePermission>({
  id: 'unscoped-service-permission',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A permission lets a service invoke the function on behalf of anybody.',
    why:
      'A service principal stands for the service wherever it is used, in every AWS account. Without SourceArn or SourceAccount, somebody ' +
      'else’s bucket, topic or API can have the service call this function (the confused deputy).',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
    aka: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', 'CKV_AWS_364', 'Lambda.1'],
    bad: [
      `${WORKER}  FromApi:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      #          ^^^^^^^^^^^^^^^^^^^^^^^^ FromApi lets apigateway.amazonaws.com invoke Worker
`,
    ],
    good: [
      `${WORKER}  FromApi:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:abcdef1234/*
`,
    ],
  },

  scope: 'permission',

  find: (analysis) => writtenPermissions(analysis).filter((permission) => isUnscoped(permission)),

  diagnose: (permission) => ({
    span: propertySpan(permission, 'Principal'),
    message:
      `${permission.logicalId} lets ${display(permission.principal)} invoke ${nameOf(permission)} for anybody: it names neither SourceArn nor ` +
      'SourceAccount, so a resource in any AWS account can have the service call the function. Name the source.',
    subject: {
      permission: permission.logicalId,
      principal: display(permission.principal),
      ...(permission.target.logicalId ? { function: permission.target.logicalId } : {}),
    },
  }),

  fix: scopeFixes,
});

function isUnscoped(permission: InvokePermission): boolean {
  const { sourceArn, sourceAccount, principalOrgId, eventSourceToken } = permission;
  return servicePrincipal(permission) !== undefined && !(sourceArn ?? sourceAccount ?? principalOrgId ?? eventSourceToken);
}

function nameOf({ target }: InvokePermission): string {
  return target.logicalId ?? display(target.value);
}

/** The source of the one trigger that the permission serves, or at least the own account. */
function scopeFixes(permission: InvokePermission, analysis: Analysis): readonly Fix[] {
  const { properties } = permission.resource;
  const { template, tree } = analysis;
  if (!properties || !template) return [];
  const [trigger, ...others] = triggersPerhapsLetIn(permission, analysis);
  const waits = new Set(
    trigger?.resource.dependsOn.map(({ text }) => text).includes(permission.logicalId) ? [trigger.resource.logicalId] : [],
  );
  const source = trigger && others.length === 0 ? sourceDraft(trigger, template, waits) : undefined;
  const account = {
    title: 'Allow only this account',
    preferred: source === undefined,
    edits: [addEntry(tree, properties, 'SourceAccount', ref('AWS::AccountId'))],
  };
  if (source === undefined || !trigger) return [account];
  return [
    { title: `Allow only ${trigger.name}`, preferred: true, edits: [addEntry(tree, properties, 'SourceArn', source)] },
    account,
  ];
}
