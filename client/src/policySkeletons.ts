/** The policies that a new file may begin as. What is in `${…}` is filled in by the user; what stands there at first is an example. */

export type PolicyFileKind = 'identity' | 'trust' | 'boundary' | 'queue' | 'topic' | 'bucket';

/** @returns the text of the policy, as a snippet of VS Code */
export function policySnippet(kind: PolicyFileKind): string {
  // The editor turns the tabs of a snippet into its own indentation.
  return `${JSON.stringify({ Version: '2012-10-17', Statement: STATEMENTS[kind] }, undefined, '\t')}\n`;
}

const STATEMENTS: Readonly<Record<PolicyFileKind, readonly object[]>> = {
  identity: [
    {
      Effect: 'Allow',
      Action: ['${1:dynamodb:GetItem}'],
      Resource: ['${2:arn:aws:dynamodb:us-east-1:123456789012:table/orders}'],
    },
  ],
  trust: [{ Effect: 'Allow', Principal: { Service: '${1:lambda.amazonaws.com}' }, Action: 'sts:AssumeRole' }],
  boundary: [
    {
      Sid: 'Logs',
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: 'arn:aws:logs:*:${1:123456789012}:*',
    },
    {
      Sid: 'AtMost',
      Effect: 'Allow',
      Action: ['${2:dynamodb:*Item}'],
      Resource: ['${3:arn:aws:dynamodb:*:123456789012:table/*}'],
    },
  ],
  queue: [
    {
      Effect: 'Allow',
      Principal: { Service: '${1:sns.amazonaws.com}' },
      Action: 'sqs:SendMessage',
      Resource: '${2:arn:aws:sqs:us-east-1:123456789012:jobs}',
      Condition: { ArnEquals: { 'aws:SourceArn': '${3:arn:aws:sns:us-east-1:123456789012:orders}' } },
    },
  ],
  topic: [
    {
      Effect: 'Allow',
      Principal: { Service: '${1:s3.amazonaws.com}' },
      Action: 'sns:Publish',
      Resource: '${2:arn:aws:sns:us-east-1:123456789012:orders}',
      Condition: {
        ArnLike: { 'aws:SourceArn': '${3:arn:aws:s3:::photos}' },
        StringEquals: { 'aws:SourceAccount': '${4:123456789012}' },
      },
    },
  ],
  bucket: [
    {
      Effect: 'Allow',
      Principal: { AWS: '${1:arn:aws:iam::123456789012:role/worker}' },
      Action: ['${2:s3:GetObject}'],
      Resource: 'arn:aws:s3:::${3:photos}/*',
    },
    {
      Sid: 'OnlyEncrypted',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::${3}', 'arn:aws:s3:::${3}/*'],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
};
