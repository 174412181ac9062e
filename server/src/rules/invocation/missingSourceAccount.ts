import { canonical } from '../../cloudformation/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { arnFields, display, knownText } from '../../symbolic/index.ts';
import { addEntry, ref } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { propertySpan, servicePrincipal, writtenPermissions } from '../support/permissions.ts';
import { WORKER } from '../support/samples.ts';

/** A source ARN that carries no account, as a bucket’s, without SourceAccount beside it. */
export const missingSourceAccount = defineRule<InvokePermission>({
  id: 'missing-source-account',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'The source ARN carries no account, and SourceAccount is not given.',
    why:
      'The ARN of a bucket does not say whose it is. When a bucket is deleted, anybody may create one of the same name in another account; ' +
      'with the ARN alone, that bucket could then have Amazon S3 call the function.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-account.html',
    aka: ['W3663'],
    bad: [
      `${WORKER}  FromBucket:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: s3.amazonaws.com
      SourceArn: arn:aws:s3:::orders
      #          ^^^^^^^^^^^^^^^^^^^ arn:aws:s3:::orders does not say
`,
    ],
    good: [
      `${WORKER}  FromBucket:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: s3.amazonaws.com
      SourceArn: arn:aws:s3:::orders
      SourceAccount: !Ref AWS::AccountId
`,
    ],
  },

  scope: 'permission',

  *find(analysis) {
    for (const permission of writtenPermissions(analysis)) {
      const { sourceArn, sourceAccount, principalOrgId } = permission;
      if (!sourceArn || sourceAccount || principalOrgId || servicePrincipal(permission) === undefined || !analysis.template)
        continue;
      const arn = arnFields(canonical(sourceArn, analysis.template));
      if (arn && knownText(arn.account) === '') yield permission;
    }
  },

  diagnose: (permission) => ({
    span: propertySpan(permission, 'SourceArn'),
    message:
      `${display(permission.sourceArn ?? permission.principal)} does not say whose account it is in: if it is deleted and somebody else takes its ` +
      `name, ${permission.logicalId} lets theirs invoke the function. Add SourceAccount.`,
    subject: {
      permission: permission.logicalId,
      principal: display(permission.principal),
      ...(permission.target.logicalId ? { function: permission.target.logicalId } : {}),
    },
  }),

  fix: ({ resource }, { tree }) =>
    resource.properties
      ? [
          {
            title: 'Add SourceAccount: this account',
            preferred: true,
            edits: [addEntry(tree, resource.properties, 'SourceAccount', ref('AWS::AccountId'))],
          },
        ]
      : [],
});
