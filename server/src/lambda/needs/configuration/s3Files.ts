import { ANYWHERE, documented, required } from '../grants.ts';
import { placeAt } from '../places.ts';
import type { NeedRow } from '../row.ts';
import { skeleton, typeOfHole } from '../targets.ts';
import { fileSystemsOf } from './fileSystems.ts';

export const s3Files: NeedRow = {
  kind: 'file-system',
  definition: {
    id: 's3-files',
    title: 'Amazon S3 Files file system',
    because: 'The function mounts the file system with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem-s3files.html',
    severity: 'error',
    outcome: 'access-denied',
  },
  find: (context) =>
    fileSystemsOf(context)
      .filter(
        ({ accessPoint: { on } }) =>
          /^arn:[^:]+:s3files:/.test(skeleton(on)) || typeOfHole(on, context.template) === 'AWS::S3Files::AccessPoint',
      )
      .map((setting) => ({
        ...placeAt(context, 'FileSystemConfigs', setting),
        grants: [
          required(['s3files:ClientMount'], ANYWHERE),
          // Reading alone needs no `ClientWrite`; large functions also read the bucket directly.
          documented(['s3files:ClientWrite'], ANYWHERE),
        ],
      })),
};
