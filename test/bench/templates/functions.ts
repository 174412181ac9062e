import type { Chance } from './chance.ts';
import type { FunctionNames } from './names.ts';
import { allow, statementsFor } from './statements.ts';
import type { Trigger } from './triggers/trigger.ts';
import { arnOf, type Properties, type Resources, ref, resource, sub } from './values.ts';

/** A function, and which mistakes its author made. */
export interface Written {
  readonly resources: Resources;
  /** The rule of each mistake. */
  readonly mistakes: readonly string[];
}

/** What the author of a function got wrong. */
export interface Slips {
  /** The permission that its trigger needs is missing. */
  readonly forgets: boolean;
  /** An API operation stands where an action belongs. */
  readonly misnames: boolean;
}

/** A function of plain CloudFormation, with its role and, at times, its log group. */
export function plainFunction(names: FunctionNames, trigger: Trigger, slips: Slips, chance: Chance): Written {
  const { fn, role, kebab } = names;
  const own = resource('AWS::Lambda::Function', {
    FunctionName: sub(`\${AWS::StackName}-${kebab}`),
    Code: { S3Bucket: ref('CodeBucket'), S3Key: `${kebab}.zip` },
    Role: arnOf(role),
    ...settings(names, chance),
    ...(chance.percent(40) ? { Tags: tags } : {}),
  });
  return {
    resources: {
      [fn]: own,
      ...(chance.percent(40) ? logGroup(names) : {}),
      [role]: executionRole(allStatements(names, trigger, slips, chance)),
      ...trigger.resources,
    },
    mistakes: [...(slips.forgets ? [trigger.forgotten] : []), ...misnamed(slips)],
  };
}

/** A function of SAM, which makes the role and the permissions itself. */
export function samFunction(names: FunctionNames, trigger: Trigger, slips: Slips, chance: Chance): Written {
  const { fn, kebab } = names;
  const { samResources = {} } = trigger;
  const statements = allStatements(names, { ...trigger, statements: [] }, slips, chance);
  const own = resource('AWS::Serverless::Function', {
    CodeUri: `src/${kebab}/`,
    ...settings(names, chance),
    Policies: [{ Version: '2012-10-17', Statement: statements }],
    Events: trigger.event,
    Tags: { stage: ref('Stage'), owner: 'platform' },
  });
  return { resources: { [fn]: own, ...samResources }, mistakes: misnamed(slips) };
}

const tags: readonly Properties[] = [
  { Key: 'stage', Value: ref('Stage') },
  { Key: 'owner', Value: 'platform' },
];

function logGroup({ fn, kebab }: FunctionNames): Resources {
  const name = sub(`/aws/lambda/\${AWS::StackName}-${kebab}`);
  return { [`${fn}Logs`]: resource('AWS::Logs::LogGroup', { LogGroupName: name, RetentionInDays: 30 }) };
}

const misnamed = ({ misnames }: Slips): readonly string[] => (misnames ? ['api-operation-as-action'] : []);

function allStatements({ fn, domain }: FunctionNames, trigger: Trigger, { misnames }: Slips, chance: Chance) {
  const statements = [...statementsFor(domain, chance), ...trigger.statements];
  const call = sub(`arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${fn}-*`);
  return misnames ? [...statements, allow('Call', ['lambda:Invoke'], call)] : statements;
}

function settings({ kebab, domain }: FunctionNames, chance: Chance): Properties {
  return {
    Description: `The ${kebab} function`,
    Runtime: chance.oneOf(['nodejs22.x', 'python3.13']),
    Handler: 'index.handler',
    MemorySize: chance.oneOf([128, 256, 512]),
    Timeout: 30,
    Environment: { Variables: { STAGE: ref('Stage'), TABLE_NAME: ref(domain.table), LOG_LEVEL: 'info' } },
  };
}

function executionRole(statements: readonly Properties[]): Properties {
  return resource('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
    ManagedPolicyArns: [sub('arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole')],
    Policies: [{ PolicyName: 'access', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
  });
}
