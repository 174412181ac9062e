import type { Analysis } from '../../analysis/index.ts';
import { canonical, consequencesOf, type Template } from '../../cloudformation/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { covers, display, follows, type SymbolicString } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { removePermissionFix, writtenPermissions } from '../support/permissions.ts';
import { SAM_WORKER } from '../support/samples.ts';

interface Found {
  readonly permission: InvokePermission;
  /** What lets in all that the permission does. */
  readonly other: InvokePermission;
}

const nightly = (principal: string, mark = ''): string => `${SAM_WORKER}        Nightly:
          Type: Schedule
          Properties:
            Schedule: rate(1 day)
  FromNightly:
${mark}    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: ${principal}
      SourceArn: !GetAtt WorkerNightly.Arn
`;

/** A permission that says what another one, most often SAM's, says already. */
export const repeatedInvokePermission = defineRule<Found>({
  id: 'repeated-invoke-permission',
  severity: 'hint',
  outcome: 'no-effect',
  docs: {
    summary: 'A permission lets in only what another permission lets in already.',
    why:
      'SAM makes the permission for an event itself. Another one beside it changes nothing, takes room in the function’s policy, and has to be kept ' +
      'in step with the event.',
    url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html',
    aka: [],
    bad: [nightly('events.amazonaws.com', '# ^^^^^^^^^^^ FromNightly repeats WorkerNightlyPermission\n')],
    good: [nightly('sns.amazonaws.com')],
  },

  scope: 'permission',

  *find(analysis) {
    const { template, whole } = analysis;
    if (!template) return;
    for (const permission of writtenPermissions(analysis)) {
      const key = whom(permission);
      const others = whole.permissionsAbout(permission.target.logicalId ?? '').filter((each) => whom(each) === key);
      const other = others.find((each) => repeats(permission, each, template) && isFirst(each, permission, others));
      if (other) yield { permission, other };
    }
  },

  diagnose: ({ permission, other }) => ({
    span: permission.resource.nameSpan,
    message:
      `${permission.logicalId} repeats ${other.logicalId}${other.origin === 'sam' ? ', which SAM makes' : ''}: it lets in nothing that is not let ` +
      'in already. Remove it.',
    subject: {
      permission: permission.logicalId,
      principal: display(permission.principal),
      ...(permission.target.logicalId === undefined ? {} : { function: permission.target.logicalId }),
    },
  }),

  fix: ({ permission }, analysis: Analysis) =>
    removePermissionFix(permission, analysis).map((fix) => ({ ...fix, preferred: false })),
});

const shown = (value: SymbolicString | undefined): string => (value ? display(value) : '');

/** All but the source that two permissions must have in common, as text; nothing where the function is not of the template. */
function whom(permission: InvokePermission): string | undefined {
  const { target, action, principal, functionUrlAuthType, invokedViaFunctionUrl, eventSourceToken, principalOrgId } = permission;
  if (target.logicalId === undefined) return undefined;
  const values = [target.qualifier, principal, functionUrlAuthType, eventSourceToken, principalOrgId].map(shown);
  return JSON.stringify([target.logicalId, display(action).toLowerCase(), invokedViaFunctionUrl ?? null, ...values]);
}

/** Of two that repeat each other, the first stays; what SAM makes stays in any case. */
function isFirst(one: InvokePermission, other: InvokePermission, all: readonly InvokePermission[]): boolean {
  return one.origin === 'sam' || all.indexOf(one) < all.indexOf(other);
}

/** A wider permission of the author may be the one that is to go, so only equal ones count; SAM's stays as it is. */
function repeats(permission: InvokePermission, other: InvokePermission, template: Template): boolean {
  if (other === permission || !follows(other.guard, consequencesOf(permission.guard, template))) return false;
  const [own, source] = [permission.sourceArn, other.sourceArn].map((arn) => arn && canonical(arn, template));
  const accounts = [shown(permission.sourceAccount), shown(other.sourceAccount)];
  if (other.origin === 'template') return shown(own) === shown(source) && accounts[0] === accounts[1];
  const isAccountCovered = accounts[1] === '' || accounts[0] === accounts[1];
  return isAccountCovered && (source === undefined || (own !== undefined && isCovered(own, source)));
}

function isCovered(own: SymbolicString, source: SymbolicString): boolean {
  return display(own) === display(source) || (display(source).includes('*') && covers(source, own) === 'yes');
}
