import { evaluate, type Template } from '../../../cloudformation/index.ts';
import { ofHole } from '../../../symbolic/index.ts';
import { child } from '../../../syntax/index.ts';
import { ANYWHERE, documented, required, type Target } from '../grants.ts';
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
      'A file system with a policy of its own lets the function in only with the permissions of the execution role; one without lets in everybody who reaches it.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem-efs.html',
    severity: 'error',
    outcome: 'access-denied',
  },
  find: (context) =>
    fileSystemsOf(context)
      .filter(({ accessPoint }) => isAccessPoint(accessPoint, context.template))
      .map((setting) => {
        const fileSystem = fileSystemOf(setting.accessPoint, context.template);
        const mount = fileSystem?.hasPolicy ? required : documented;
        const target = fileSystem?.target ?? ANYWHERE;
        return {
          ...placeAt(context, 'FileSystemConfigs', setting),
          // Reading alone needs no `ClientWrite`.
          grants: [mount(['elasticfilesystem:ClientMount'], target), documented(['elasticfilesystem:ClientWrite'], target)],
        };
      }),
};

function isAccessPoint({ on }: Target, template: Template): boolean {
  return /^arn:[^:]+:elasticfilesystem:/.test(skeleton(on)) || typeOfHole(on, template) === 'AWS::EFS::AccessPoint';
}

interface FileSystem {
  readonly target: Target;
  readonly hasPolicy: boolean;
}

/** The file system behind an access point of the template: permissions are on it, not on the access point. */
function fileSystemOf({ on }: Target, template: Template): FileSystem | undefined {
  const id = child(resourceOfHole(on, template)?.properties, 'FileSystemId');
  if (!id) return undefined;
  const name = evaluate(id, { template });
  const fileSystem = resourceOfHole(name, template);
  const { on: arn } = arnIn('elasticfilesystem', 'file-system/', name);
  const written = fileSystem && ofHole({ kind: 'attribute', logicalId: fileSystem.logicalId, attribute: 'Arn' });
  return {
    target: { on: arn, written: written ?? arn },
    hasPolicy: child(fileSystem?.properties, 'FileSystemPolicy') !== undefined,
  };
}
