import type { ActionCoverage, FunctionPermissions, NeedCoverage } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { executionRoleToExtend, grantFix } from '../support/grantFix.ts';

interface Found {
  readonly permissions: FunctionPermissions;
  readonly coverage: NeedCoverage;
  /** What is missing or denied, the required and the merely documented. */
  readonly missing: readonly ActionCoverage[];
}

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
      `Resources:
  Jobs:
    Type: AWS::SQS::Queue
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: exports.handler = async () => {};
  Polling:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
      #               ^^^^^^^^^^^^^^^^ WorkerRole, the execution role of Worker, lacks sqs:ReceiveMessage
`,
    ],
    good: [
      `Resources:
  Jobs:
    Type: AWS::SQS::Queue
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: exports.handler = async () => {};
  Polling:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
`,
    ],
  },

  *find({ permissions }) {
    for (const fn of permissions.functions) {
      for (const coverage of fn.needs) {
        const missing = coverage.actions.filter(({ verdict }) => verdict === 'missing' || verdict === 'denied');
        if (missing.length > 0) yield { permissions: fn, coverage, missing };
      }
    }
  },

  diagnose: ({ permissions: { fn, role }, coverage: { need }, missing }) => {
    const required = missing.filter(({ grant }) => grant.level === 'required');
    const { because, severity, outcome } = need.definition;
    const actions = missing.map(({ action }) => action);
    const lacks = `${role.logicalId ?? 'The role'}, the execution role of ${fn.logicalId}, lacks ${listed(actions)} on ${resources(missing)}.`;
    return {
      span: need.span,
      message:
        required.length > 0
          ? `${lacks} ${because} ${WHEN[outcome]}`
          : `${lacks} ${because} AWS lists it, but it may work without.`,
      subject: {
        function: fn.logicalId,
        trigger: need.subject,
        ...(role.logicalId ? { role: role.logicalId } : {}),
        need: need.kind,
        actions,
      },
      severity: required.length > 0 ? severity : 'hint',
      outcome,
    };
  },

  fix: ({ permissions, missing }, analysis) => {
    const grants = [...new Set(missing.map(({ grant }) => grant))];
    const reduced = grants.map((grant) => ({
      ...grant,
      actions: missing.filter((one) => one.grant === grant).map(({ action }) => action),
    }));
    const role = executionRoleToExtend(permissions);
    return !role || missing.some(({ verdict }) => verdict === 'denied') ? [] : grantFix(role, reduced, analysis);
  },
});

const WHEN = {
  'deploy-fails': 'Without it deployment fails.',
  'access-denied': 'Without it the call is denied at run time.',
  'no-effect': '',
  'trigger-silent': 'Without it the function is never called.',
} as const;

function listed(actions: readonly string[]): string {
  const [last, ...rest] = [...actions].reverse();
  return rest.length > 0 ? `${rest.reverse().join(', ')} and ${last}` : (last ?? '');
}

function resources(missing: readonly ActionCoverage[]): string {
  return [...new Set(missing.map(({ grant }) => display(grant.written)))].join(', ');
}
