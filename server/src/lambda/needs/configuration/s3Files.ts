import type { Template } from '../../../cloudformation/index.ts';
import { ANYWHERE, documented, required, type Target } from '../grants.ts';
import { placeAt } from '../places.ts';
import type { NeedRow } from '../row.ts';
import { skeleton, typeOfHole } from '../targets.ts';
import { fileSystemsOf } from './fileSystems.ts';

export const s3Files: NeedRow = {
  kind: 'file-system',
  definition: {
    id: 's3-files',
    title: 'Amazon S3 Files file system',
    because:
      'The function mounts the file system with the permissions of the execution role, unless a file system policy lets it in.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem-s3files.html',
    severity: 'error',
    outcome: 'access-denied',
  },
  find: (context) =>
    fileSystemsOf(context)
      .filter(({ accessPoint }) => isS3Files(accessPoint, context.template))
      .map((setting) => {
        const mount = letsInByPolicy(setting.accessPoint, context.template) ? documented : required;
        return {
          ...placeAt(context, 'FileSystemConfigs', setting),
          // Reading alone needs no `ClientWrite`.
          grants: [mount(['s3files:ClientMount'], ANYWHERE), documented(['s3files:ClientWrite'], ANYWHERE)],
        };
      }),
};

const ACCESS_POINT = 'AWS::S3Files::AccessPoint';

function isS3Files({ on }: Target, template: Template): boolean {
  return /^arn:[^:]+:s3files:/.test(skeleton(on)) || typeOfHole(on, template) === ACCESS_POINT;
}

/**
 * Whether a policy of the file system may let the function in: one of the template, or one that a file system from elsewhere has.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-security-iam.html
 */
function letsInByPolicy({ on }: Target, template: Template): boolean {
  if (typeOfHole(on, template) !== ACCESS_POINT) return true;
  return template.ofTypes(FILE_SYSTEM_POLICY).length > 0;
}

const FILE_SYSTEM_POLICY: ReadonlySet<string> = new Set(['AWS::S3Files::FileSystemPolicy']);
