import { expect, test } from 'vitest';
import { answerPage, whoMayInvoke } from '../../../server/src/features/index.ts';
import { checkWho, inBoth, understood } from './support.ts';

const FUNCTION = `
    Worker: { Type: AWS::Lambda::Function, Properties: { Role: arn:aws:iam::123456789012:role/worker } }`;

function template(resources: string): string {
  return `
  Resources:${FUNCTION}
    ${resources}
  `;
}

function permission(properties: string): string {
  return template(
    `Letting: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Worker, Action: lambda:InvokeFunction, ${properties} } }`,
  );
}

test('nobody', () => {
  checkWho(template(''), 'no', {});
});

test('a trigger with its permission, and one without', () => {
  const bucket = `Files:
      Type: AWS::S3::Bucket
      Properties: { NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: !GetAtt Worker.Arn }] } }`;
  checkWho(template(bucket), 'no', {
    'Triggers of this template': [/^✗ Files: Amazon S3 bucket.* No permission lets `s3\.amazonaws\.com` in for it\.$/],
  });
  checkWho(
    template(`${bucket}
    Letting:
      Type: AWS::Lambda::Permission
      Properties: { FunctionName: !Ref Worker, Action: lambda:InvokeFunction, Principal: s3.amazonaws.com, SourceArn: !GetAtt Files.Arn, SourceAccount: !Ref AWS::AccountId }`),
    'yes',
    {
      'Triggers of this template': [/^✓ Files: Amazon S3 bucket.* By `Letting`\.$/],
      'Its resource-based policy': [
        '`Letting` lets Amazon S3 (`s3.amazonaws.com`) call Worker, from `${Files.Arn}` in account `${AWS::AccountId}`.',
      ],
    },
  );
});

test('everybody, another account, an organization, and a service of any account', () => {
  const says = (properties: string, line: string | RegExp) =>
    checkWho(permission(properties), 'yes', { 'Its resource-based policy': [line] });
  says("Principal: '*'", /lets everybody call Worker\. \*\*Warning: that is everybody, of every account\.\*\*$/);
  says("Principal: '210987654321'", /^`Letting` lets `210987654321` call Worker\.$/);
  says("Principal: '*', PrincipalOrgID: o-abc123", /lets everybody call Worker, in organization `o-abc123`\.$/);
  says('Principal: events.amazonaws.com', /From which account the call comes is not limited/);
  for (const analysis of inBoth(permission("Principal: '*'")))
    expect(understood(whoMayInvoke(analysis, 'Worker')).summary).toBe(
      'Everybody can call Worker, of every account: a permission names no limits.',
    );
});

test('a permission to change the function is none to call it', () => {
  const text = permission("Principal: '210987654321'").replace('lambda:InvokeFunction', 'lambda:UpdateFunctionCode');
  checkWho(text, 'no', {});
});

const URL = `
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Worker: { Type: AWS::Serverless::Function, Properties: { Runtime: nodejs22.x, FunctionUrlConfig: { AuthType: NONE } } }
  `;

test('a public URL, and one with IAM', () => {
  checkWho(URL, 'yes', {
    'Triggers of this template': [
      /^✓ Worker: Function URL\. By `WorkerUrlPublicPermissions`, `WorkerURLInvokeAllowPublicAccess`\.$/,
    ],
    'Its resource-based policy': [/That is everybody who knows the URL\.$/, /That is everybody who knows the URL\.$/],
  });
  for (const analysis of inBoth(URL))
    expect(understood(whoMayInvoke(analysis, 'Worker')).summary).toBe(
      'Everybody who knows its URL can call Worker, without signing in.',
    );
  checkWho(URL.replace('NONE', 'AWS_IAM'), 'yes', {
    'Triggers of this template': [/^✓ Worker: Function URL with IAM authentication\. A caller of the same account needs/],
  });
});

test('where Lambda polls, Lambda itself calls', () => {
  const polling = `
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Jobs: { Type: AWS::SQS::Queue }
    Worker:
      Type: AWS::Serverless::Function
      Properties: { Runtime: nodejs22.x, Events: { Work: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } } } }
  `;
  checkWho(polling, 'yes', {
    'Triggers of this template': [
      '✓ Worker.Events.Work: Amazon SQS queue (SAM). Lambda itself polls it with the execution role.',
    ],
  });
});

const ALLOWING = '{ Effect: Allow, Action: lambda:InvokeFunction, Resource: !GetAtt Worker.Arn }';

function role(statement: string): string {
  return template(`Calling:
      Type: AWS::IAM::Role
      Properties: { Policies: [{ PolicyName: own, PolicyDocument: { Statement: [${statement}] } }] }
    Other: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Calling.Arn } }`);
}

test('a role of the template, with who acts with it', () => {
  const says = (statement: string, verdict: 'yes' | 'depends', line: string | RegExp) =>
    checkWho(role(statement), verdict, { 'Identity policies of this template': [line] });
  says(ALLOWING, 'yes', '✓ `Calling` (Other acts with it): the policy `own` allows `lambda:InvokeFunction` on `${Worker.Arn}`.');
  says(
    ALLOWING.replace('!GetAtt Worker.Arn', "!Sub '${Worker.Arn}:*'"),
    'yes',
    /^✓ `Calling` \(Other acts with it\), but only versions and aliases of the function: /,
  );
  says(
    ALLOWING.replace(' }', ", Condition: { StringEquals: { 'aws:PrincipalTag/team': red } } }"),
    'depends',
    /^\? `Calling` .* It depends on whether `aws:PrincipalTag\/team` is exactly `red`\.$/,
  );
  checkWho(role(ALLOWING.replace('lambda:InvokeFunction', 'lambda:GetFunction')), 'no', {});
  checkWho(role(`${ALLOWING}, ${ALLOWING.replace('Allow', 'Deny')}`), 'no', {});
});

test('roles that SAM makes, and policies for whoever is given them', () => {
  const text = `
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Worker: { Type: AWS::Serverless::Function, Properties: { Runtime: nodejs22.x } }
    Flow:
      Type: AWS::Serverless::StateMachine
      Properties: { DefinitionUri: flow.json, Policies: [{ LambdaInvokePolicy: { FunctionName: !Ref Worker } }] }
    Deploying: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: 'lambda:*', Resource: '*' }] } } }
  `;
  checkWho(text, 'yes', {
    'Identity policies of this template': [
      /^✓ `FlowRole` \(Flow acts with it\): SAM’s policy template `LambdaInvokePolicy` allows /,
      '✓ Whoever has `Deploying`: the policy `Deploying` allows `lambda:*` on `*`.',
    ],
  });
});

test('a role of which not all can be seen is named, and nothing is claimed of it', () => {
  const text = template(
    "Calling: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/team'] } }",
  );
  checkWho(text, 'depends', { 'Not all is known of': ['`Calling`: not all policies of this role can be seen here'] });
});

test('a whole policy of the function', () => {
  const text = template(`Whole:
      Type: AWS::Lambda::ResourcePolicy
      Properties:
        ResourceArn: !GetAtt Worker.Arn
        PolicyDocument:
          Statement: [{ Effect: Allow, Principal: { AWS: '210987654321' }, Action: lambda:InvokeFunction, Resource: !GetAtt Worker.Arn }]`);
  checkWho(text, 'yes', { 'Its whole policy': ['`Whole`: `210987654321`: `lambda:InvokeFunction` on `${Worker.Arn}`.'] });
  checkWho(text.replace("{ AWS: '210987654321' }", "'*'"), 'yes', {
    'Its whole policy': [/\*\*Warning: that is everybody, of every account\.\*\*$/],
  });
  checkWho(text.replace('Allow', 'Deny'), 'depends', { 'Its whole policy': [/^`Whole`: \*\*denied\*\*: /] });
});

test('a permission that a condition decides on', () => {
  const text = permission("Principal: '210987654321'").replace(
    'Properties: { FunctionName',
    'Condition: IsProd, Properties: { FunctionName',
  );
  checkWho(`${text}  Conditions: { IsProd: !Equals [!Ref AWS::Region, eu-west-1] }\n`, 'depends', {
    'Its resource-based policy': ['`Letting` lets `210987654321` call Worker. Only where `IsProd` holds.'],
  });
});

test('the page names the lines, and tells what callers need', () => {
  for (const analysis of inBoth(permission("Principal: '210987654321'"))) {
    const page = answerPage(understood(whoMayInvoke(analysis, 'Worker')), () => 7);
    expect(page).toMatch(
      /^\*\*Who can invoke Worker\?\*\*\n\n\*\*Yes\.\*\* Worker can be called by 1 permission for callers elsewhere\.\n\n/,
    );
    expect(page).toContain('call Worker. (line 7)\n\n');
    expect(page).toContain('a caller of another account needs both');
  }
});
