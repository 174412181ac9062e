import { arnOf, ref, resource, sub } from '../values.ts';
import { permissionFor, type TriggerKind } from './trigger.ts';

/** A bucket that notifies the function; its name is written out, because a reference from the permission would be a circle. */
export const bucket: TriggerKind = (names, forgets) => {
  const { fn, kebab, permission } = names;
  const name = `\${AWS::StackName}-${kebab}`;
  const uploads = `${fn}Uploads`;
  return {
    resources: {
      ...permissionFor(names, forgets, 's3.amazonaws.com', sub(`arn:\${AWS::Partition}:s3:::${name}`), {
        SourceAccount: ref('AWS::AccountId'),
      }),
      [uploads]: resource(
        'AWS::S3::Bucket',
        {
          BucketName: sub(name),
          NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arnOf(fn) }] },
        },
        forgets ? {} : { DependsOn: permission },
      ),
    },
    statements: [],
    forgotten: 'missing-invoke-permission',
    event: { Upload: { Type: 'S3', Properties: { Bucket: ref(uploads), Events: 's3:ObjectCreated:*' } } },
    samResources: { [uploads]: resource('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } }) },
  };
};
