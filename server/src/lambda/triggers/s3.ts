import { at, calledBy, calledWithRole, needsNothing, nowhere, type TriggerRow } from './row.ts';
import { ownArn } from './sources.ts';

export const s3: readonly TriggerRow[] = [
  {
    definition: calledBy('s3.amazonaws.com', {
      id: 's3-bucket-notification',
      title: 'Amazon S3 bucket notification',
      docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html',
      checkedAtDeployment: true,
    }),
    types: ['AWS::S3::Bucket'],
    find: at({ at: 'NotificationConfiguration.LambdaConfigurations[].Function', source: ownArn, needsSourceAccount: true }),
  },
  {
    definition: needsNothing({
      id: 's3-bucket-eventbridge',
      title: 'Amazon S3 events on EventBridge',
      docsUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html',
      reason: 'The bucket sends its events to the default event bus; the rule that matches them needs the permission.',
    }),
    types: [],
    find: nowhere,
  },
  {
    definition: needsNothing({
      id: 's3-object-lambda',
      title: 'S3 Object Lambda access point',
      docsUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-policies.html',
      reason: 'Whoever reads through the access point needs lambda:InvokeFunction in an identity policy.',
    }),
    types: ['AWS::S3ObjectLambda::AccessPoint'],
    find: at({
      at: 'ObjectLambdaConfiguration.TransformationConfigurations[].ContentTransformation.AwsLambda.FunctionArn',
    }),
  },
  {
    definition: calledWithRole('batchoperations.s3.amazonaws.com', {
      id: 's3-batch-operations',
      title: 'S3 Batch Operations job',
      docsUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html',
      reason: 'The role of the job must allow lambda:InvokeFunction; jobs are not part of templates.',
    }),
    types: [],
    find: nowhere,
  },
];
