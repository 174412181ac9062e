import { evaluate, type Template } from '../../../cloudformation/index.ts';
import { ofHole } from '../../../symbolic/index.ts';
import { child } from '../../../syntax/index.ts';
import { ANYWHERE, documented, type Target } from '../grants.ts';
import { placeAt } from '../places.ts';
import type { NeedRow } from '../row.ts';
import { arnIn, resourceOfHole, skeleton, typeOfHole } from '../targets.ts';
import { fileSystemsOf } from './fileSystems.ts';

export const elasticFileSystem: NeedRow = {
  kind: 'file-system',
  definition: {
    id: 'elastic-file-system',
    title: 'Amazon EFS file system',
    because:
      'A file system with a policy of its own may let the function in only with the permissions of the execution role; one without lets in everybody who reaches it.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem-efs.html',
    severity: 'error',
    outcome: 'access-denied',
  },
  find: (context) =>
    fileSystemsOf(context)
      .filter(({ accessPoint }) => isAccessPoint(accessPoint, context.template))
      .map((setting) => ({
        ...placeAt(context, 'FileSystemConfigs', setting),
        // Reading alone needs no `ClientWrite`.
        grants: [
          documented(
            ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
            fileSystemOf(setting.accessPoint, context.template),
          ),
        ],
      })),
};

function isAccessPoint({ on }: Target, template: Template): boolean {
  return /^arn:[^:]+:elasticfilesystem:/.test(skeleton(on)) || typeOfHole(on, template) === 'AWS::EFS::AccessPoint';
}

/** The file system behind an access point of the template: permissions are on it, not on the access point. */
function fileSystemOf({ written }: Target, template: Template): Target {
  const id = child(resourceOfHole(written, template)?.properties, 'FileSystemId');
  if (!id) return ANYWHERE;
  const name = evaluate(id, { template });
  const fileSystem = resourceOfHole(name, template);
  const arn = arnIn('elasticfilesystem', 'file-system/', name);
  return fileSystem ? { ...arn, written: ofHole({ kind: 'attribute', logicalId: fileSystem.logicalId, attribute: 'Arn' }) } : arn;
}
