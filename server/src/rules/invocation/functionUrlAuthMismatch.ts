import type { Analysis } from '../../analysis/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { coversIgnoringCase, display, literal } from '../../symbolic/index.ts';
import { entryOf } from '../../syntax/index.ts';
import { removeEntry, setEntry } from '../../syntax/write/index.ts';
import { defineRule, type Fix, type Outcome } from '../rule.ts';
import { isFor, permittedAuthType, urlAuthType } from '../support/functionUrls.ts';
import { invokersFor, propertySpan, writtenPermissions } from '../support/permissions.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly permission: InvokePermission;
  readonly permitted: string;
  /** The authentication type of the URL; `undefined` where the action is what does not go with the property. */
  readonly actual: string | undefined;
}

const URL_WITH_IAM = `  WorkerUrl:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !GetAtt Worker.Arn
      AuthType: AWS_IAM
  WorkerUrlPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunctionUrl
      Principal: "123456789012"
      FunctionUrlAuthType: `;

/** A permission for URLs of another authentication type than the function's URL has, or for an action that knows none. */
export const functionUrlAuthMismatch = defineRule<Found>({
  id: 'function-url-auth-mismatch',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'FunctionUrlAuthType contradicts the function URL or the action.',
    why:
      'FunctionUrlAuthType is a condition: the permission counts only for a URL of that authentication type, and only with the action ' +
      'lambda:InvokeFunctionUrl. When the URL has the other type, the permission never matches and every call is refused.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    aka: [],
    bad: [
      `${WORKER}${URL_WITH_IAM}NONE
      #                    ^^^^ WorkerUrlPermission counts only for URLs with AuthType NONE
`,
    ],
    good: [`${WORKER}${URL_WITH_IAM}AWS_IAM\n`],
  },

  scope: 'permission',

  *find(analysis) {
    for (const permission of writtenPermissions(analysis)) {
      const permitted = permittedAuthType(permission);
      if (permitted === undefined) continue;
      if (isOtherAction(permission)) yield { permission, permitted, actual: undefined };
      else {
        const actual = onlyAuthType(permission, analysis);
        if (actual !== undefined && actual !== permitted) yield { permission, permitted, actual };
      }
    }
  },

  diagnose: ({ permission, permitted, actual }) => ({
    span: propertySpan(permission, 'FunctionUrlAuthType'),
    message:
      actual === undefined
        ? `Lambda rejects ${permission.logicalId}: FunctionUrlAuthType goes only with lambda:InvokeFunctionUrl, not with ` +
          `${display(permission.action)}. Deployment fails. For lambda:InvokeFunction write InvokedViaFunctionUrl: true instead.`
        : `${permission.logicalId} counts only for URLs with AuthType ${permitted}, but the URL of ${permission.target.logicalId} has ` +
          `${actual}: it lets nobody in, and callers get 403 Forbidden. Write the same type in both.`,
    subject: {
      permission: permission.logicalId,
      principal: display(permission.principal),
      ...(permission.target.logicalId === undefined ? {} : { function: permission.target.logicalId }),
    },
    ...(actual === undefined ? { outcome: DEPLOY_FAILS } : {}),
  }),

  fix: mend,
});

const DEPLOY_FAILS: Outcome = 'deploy-fails';

function isOtherAction({ action }: InvokePermission): boolean {
  return coversIgnoringCase(action, literal('lambda:InvokeFunctionUrl')) === 'no';
}

/** The authentication type that all URLs of the function have for certain. */
function onlyAuthType(permission: InvokePermission, analysis: Analysis): string | undefined {
  const { template } = analysis;
  if (!template) return undefined;
  const triggers = invokersFor(permission, analysis)
    .map(({ trigger }) => trigger)
    .filter((trigger) => trigger.definition.id.startsWith('function-url') && isFor(permission, trigger));
  const types = new Set(triggers.map((trigger) => urlAuthType(trigger, template)));
  return types.size === 1 ? [...types][0] : undefined;
}

/** Gives the permission the type that the URL has; removes it from an action that knows none. */
function mend({ permission, actual }: Found, { tree }: Analysis): readonly Fix[] {
  const { properties } = permission.resource;
  const entry = entryOf(properties, 'FunctionUrlAuthType');
  if (!properties || !entry) return [];
  if (actual !== undefined)
    return [
      {
        title: `Replace with ${actual}`,
        preferred: true,
        edits: [setEntry(tree, properties, 'FunctionUrlAuthType', actual)],
      },
    ];
  if (permission.invokedViaFunctionUrl !== undefined || entryOf(properties, 'InvokedViaFunctionUrl'))
    return [{ title: 'Remove FunctionUrlAuthType', preferred: true, edits: [removeEntry(tree, properties, entry)] }];
  return [];
}
