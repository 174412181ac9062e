/** Actions that together let somebody give himself more than he has. */
export interface Escalation {
  readonly actions: readonly [string, ...string[]];
  /** How, in words. */
  readonly how: string;
}

/**
 * Sources: https://docs.aws.amazon.com/prescriptive-guidance/latest/patterns/ (least privilege with service-linked and passed roles),
 * https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation, https://github.com/duo-labs/parliament (privilege escalation auditor)
 */
export const ESCALATIONS: readonly Escalation[] = [
  { actions: ['iam:CreatePolicyVersion'], how: 'rewrite any managed policy, also one of its own' },
  { actions: ['iam:SetDefaultPolicyVersion'], how: 'bring back any earlier version of a policy' },
  { actions: ['iam:AttachUserPolicy'], how: 'attach any policy to a user' },
  { actions: ['iam:AttachGroupPolicy'], how: 'attach any policy to a group' },
  { actions: ['iam:AttachRolePolicy'], how: 'attach any policy to a role' },
  { actions: ['iam:PutUserPolicy'], how: 'write any policy for a user' },
  { actions: ['iam:PutGroupPolicy'], how: 'write any policy for a group' },
  { actions: ['iam:PutRolePolicy'], how: 'write any policy for a role' },
  { actions: ['iam:AddUserToGroup'], how: 'join any group' },
  { actions: ['iam:CreateAccessKey'], how: 'make access keys for any user' },
  { actions: ['iam:CreateLoginProfile'], how: 'give any user a password' },
  { actions: ['iam:UpdateLoginProfile'], how: 'change any user’s password' },
  { actions: ['iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'], how: 'let itself into any role' },
  { actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'], how: 'run code of its own with any role' },
  {
    actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
    how: 'run code of its own with any role',
  },
  { actions: ['lambda:UpdateFunctionCode'], how: 'run code of its own with the role of any function' },
  { actions: ['iam:PassRole', 'ec2:RunInstances'], how: 'start an instance with any role' },
  { actions: ['iam:PassRole', 'cloudformation:CreateStack'], how: 'have CloudFormation act with any role' },
  { actions: ['iam:PassRole', 'glue:CreateDevEndpoint'], how: 'run code of its own with any role' },
  { actions: ['glue:UpdateDevEndpoint'], how: 'log in to any development endpoint' },
  { actions: ['iam:PassRole', 'datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'], how: 'act with any role' },
  { actions: ['iam:PassRole', 'states:CreateStateMachine', 'states:StartExecution'], how: 'act with any role' },
  {
    actions: ['iam:PassRole', 'sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'],
    how: 'act with any role',
  },
];

/**
 * Actions whose answer holds credentials.
 * Source: https://github.com/duo-labs/parliament (credentials exposure auditor)
 */
export const CREDENTIALS: ReadonlySet<string> = new Set(
  [
    ...['sts:GetFederationToken', 'sts:GetSessionToken', 'iam:CreateAccessKey', 'iam:CreateLoginProfile'],
    ...['iam:CreateServiceSpecificCredential', 'iam:ResetServiceSpecificCredential', 'iam:UpdateAccessKey'],
    ...['chime:CreateApiKey', 'codepipeline:PollForJobs', 'cognito-idp:DescribeUserPoolClient', 'ec2:GetPasswordData'],
    ...[
      'connect:GetFederationToken',
      'ecr:GetAuthorizationToken',
      'gamelift:RequestUploadCredentials',
      'lightsail:GetInstanceAccessDetails',
    ],
    ...[
      'lightsail:DownloadDefaultKeyPair',
      'lightsail:GetRelationalDatabaseMasterUserPassword',
      'mediapackage:RotateIngestEndpointCredentials',
    ],
    ...[
      'rds-db:connect',
      'redshift:GetClusterCredentials',
      'redshift:CreateClusterUser',
      'snowball:GetJobUnlockCode',
      'storagegateway:DescribeChapCredentials',
    ],
    ...['sso:GetRoleCredentials', 'codeartifact:GetAuthorizationToken'],
  ].map((name) => name.toLowerCase()),
);

/** Actions that read what is put away for a few. Source: the actions' descriptions in the Service Authorization Reference */
export const SECRETS: ReadonlySet<string> = new Set([
  'secretsmanager:batchgetsecretvalue',
  'secretsmanager:getsecretvalue',
  'ssm:getparameter',
  'ssm:getparameterhistory',
  'ssm:getparameters',
  'ssm:getparametersbypath',
]);

/** Actions that decide who else may use a resource, by their service. Source: the access levels of the Service Authorization Reference */
export const SHARING: readonly string[] = [
  ...[
    's3:PutBucketPolicy',
    's3:PutBucketAcl',
    's3:PutAccessPointPolicy',
    'sqs:AddPermission',
    'sqs:SetQueueAttributes',
    'sns:AddPermission',
  ],
  ...['sns:SetTopicAttributes', 'kms:PutKeyPolicy', 'kms:CreateGrant', 'lambda:AddPermission', 'ecr:SetRepositoryPolicy'],
  ...['secretsmanager:PutResourcePolicy', 'dynamodb:PutResourcePolicy', 'iam:UpdateAssumeRolePolicy', 'events:PutPermission'],
];
