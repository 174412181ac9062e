import { templateReader } from '../../../cloudformation/index.ts';
import { conjoin, readList } from '../../../symbolic/index.ts';
import { child } from '../../../syntax/index.ts';
import type { Target } from '../grants.ts';
import { type Setting, settingsOf } from '../places.ts';
import type { NeedContext } from '../row.ts';
import { targetOf } from '../targets.ts';

export interface FileSystemSetting extends Setting {
  /** What `Arn` names: an access point. */
  readonly accessPoint: Target;
}

/** The file systems that a function mounts. */
export function fileSystemsOf(context: NeedContext): readonly FileSystemSetting[] {
  const reader = templateReader({ template: context.template });
  return settingsOf(context, 'FileSystemConfigs').flatMap((setting) =>
    readList(setting.node, reader).items.flatMap((item) => {
      const node = child(item.node, 'Arn');
      const guard = conjoin(setting.guard, item.guard);
      return node ? [{ node, guard, accessPoint: targetOf(node, context.template) }] : [];
    }),
  );
}
