import type { Analysis } from '../../analysis/index.ts';
import type { ActionCoverage, ExecutionRole, FunctionPermissions, Need, NeedCoverage } from '../../lambda/index.ts';
import { FUNCTION_TYPES } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { defineRule, type Fix } from '../rule.ts';
import { executionRoleToExtend, grantFix } from '../support/grantFix.ts';
import { managedPolicyFix } from '../support/managedPolicyFix.ts';
import { workerWithRole } from '../support/samples.ts';

interface Found {
  readonly permissions: FunctionPermissions;
  readonly coverage: NeedCoverage;
  /** What is missing or denied, the required and the merely documented. */
  readonly missing: readonly ActionCoverage[];
  /** The function lacks something that it cannot work without: what it would log is the smaller trouble then. */
  readonly isMinor: boolean;
}

/** What the examples need besides the function. */
const POLLING = `  Jobs:
    Type: AWS::SQS::Queue
  Polling:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
`;

/** The execution role lacks what an event source mapping or the function's configuration needs. */
export const missingExecutionPermission = defineRule<Found>({
  id: 'missing-execution-permission',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'The execution role lacks what a mapping or the function’s configuration needs.',
    why:
      'Lambda acts with the function’s execution role: it polls queues and streams, sends failed events to their destination, attaches the ' +
      'function to a VPC. What the role does not allow, Lambda cannot do. SAM adds these permissions only when it makes the role itself; with ' +
      'a Role of its own the function gets none of them.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    aka: [],
    bad: [
      `${workerWithRole('lambda.amazonaws.com', 'AWSLambdaBasicExecutionRole')}${POLLING}      #               ^^^^^^^^^^^^^^^^ WorkerRole, the execution role of Worker, lacks sqs:ReceiveMessage
`,
    ],
    good: [workerWithRole('lambda.amazonaws.com', 'AWSLambdaSQSQueueExecutionRole') + POLLING],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,
  fixAllTitle: 'Grant all that execution roles lack in this file',

  *find({ permissions }) {
    for (const fn of permissions.functions) {
      const lacksMore = fn.needs.some(({ need, actions }) => need.kind !== 'logs' && actions.filter(isMissing).some(isRequired));
      for (const coverage of fn.needs) {
        const missing = coverage.actions.filter(isMissing);
        const isMinor = lacksMore && coverage.need.kind === 'logs';
        if (missing.length > 0) yield { permissions: fn, coverage, missing, isMinor };
      }
    }
  },

  diagnose: ({ permissions: { fn, role }, coverage: { need }, missing, isMinor }) => {
    const isNeeded = missing.some(isRequired);
    const { because, severity, outcome } = need.definition;
    const actions = missing.map(({ action }) => action);
    const lacks = `${role.logicalId ?? 'The role'}, the execution role of ${fn.logicalId}, lacks ${lacking(missing)}${where(need, missing)}.`;
    const sentences = isNeeded ? [lacks, because, WHEN[outcome], advice(role, actions)] : [lacks, because, MAYBE];
    return {
      span: need.span,
      message: sentences.filter((sentence) => sentence !== '').join(' '),
      subject: {
        function: fn.logicalId,
        trigger: need.subject,
        ...(role.logicalId ? { role: role.logicalId } : {}),
        need: need.kind,
        actions,
      },
      severity: !isNeeded ? 'hint' : isMinor ? 'information' : severity,
      outcome,
    };
  },

  fix: (found, analysis) => {
    const fixes = isUnscoped(found, analysis) ? [] : grantFixes(found, analysis);
    return found.missing.some(isRequired) ? fixes : fixes.map((fix) => ({ ...fix, preferred: false }));
  },
});

/** Whether only the code knows the resources: a grant for all there are would be wider than anybody means. */
function isUnscoped({ coverage: { need }, missing }: Found, { knowledge: { iam } }: Analysis): boolean {
  return (
    need.kind === 'code' &&
    missing.some(({ action, grant }) => display(grant.written) === '*' && iam.action(action)?.resources.length !== 0)
  );
}

function grantFixes({ permissions, missing }: Found, analysis: Analysis): readonly Fix[] {
  const role = executionRoleToExtend(permissions);
  if (!role || missing.some(({ verdict }) => verdict === 'denied')) return [];
  const grants = [...new Set(missing.map(({ grant }) => grant))];
  const reduced = grants.map((grant) => ({
    ...grant,
    actions: missing.filter((one) => one.grant === grant).map(({ action }) => action),
  }));
  const statements = grantFix(role, reduced, analysis);
  const attach = managedPolicyFix(
    role,
    missing.map(({ action }) => action),
    analysis,
  );
  if (!attach) return statements;
  return attach.preferred ? [attach, ...statements.map((fix) => ({ ...fix, preferred: false }))] : [...statements, attach];
}

const WHEN = {
  'deploy-fails': 'Without it deployment fails.',
  'access-denied': 'Without it the call is denied at run time.',
  'no-effect': '',
  'trigger-silent': 'Without it the function is never called.',
} as const;

const MAYBE = 'AWS lists it, but it may work without.';

function isMissing({ verdict }: ActionCoverage): boolean {
  return verdict === 'missing' || verdict === 'denied';
}

function isRequired({ grant }: ActionCoverage): boolean {
  return grant.level === 'required';
}

function advice({ origin, logicalId }: ExecutionRole, actions: readonly string[]): string {
  const them = actions.length > 1 ? 'them' : 'it';
  return origin === 'sam'
    ? `Grant ${them} in the function’s Policies.`
    : `Grant ${them} in a policy of ${logicalId ?? 'the role'}.`;
}

/** Of the actions of which any one is enough, `a or b`. */
function lacking(missing: readonly ActionCoverage[]): string {
  const grants = [...new Set(missing.map(({ grant }) => grant))];
  return listed(
    grants.flatMap((grant) => {
      const actions = missing.filter((one) => one.grant === grant).map(({ action }) => action);
      return grant.anyOf ? [actions.join(' or ')] : actions;
    }),
  );
}

function listed(actions: readonly string[]): string {
  const [last, ...rest] = [...actions].reverse();
  return rest.length > 0 ? `${rest.reverse().join(', ')} and ${last}` : (last ?? '');
}

/** The resources as the author would name them; a function's own log group goes without saying. */
function where({ kind }: Need, missing: readonly ActionCoverage[]): string {
  const shown = missing.map(({ grant }) => display(grant.written).replace(/^\$\{([^{}]*)\}$/, '$1'));
  const named = [...new Set(shown)].filter((name) => name !== '*');
  return kind === 'logs' || named.length === 0 ? '' : ` on ${listed(named)}`;
}
