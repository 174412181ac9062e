import type { Analysis } from '../../analysis/index.ts';
import { draftOf } from '../../cloudformation/index.ts';
import type { ActionInfo } from '../../iam/index.ts';
import { concat, display, type SymbolicString } from '../../symbolic/index.ts';
import { addToList, type Draft, replaceValue } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import type { Misfit } from './misfits.ts';

/** What is meant in place of the statement's one resource: the objects of a bucket, or everything for an action that takes no resource. */
export function misfitFixes({ action, statement }: Misfit, { tree }: Analysis): readonly Fix[] {
  const [only, ...others] = statement.resources?.values ?? [];
  const key = statement.resources?.key.text;
  if (!action || !only || others.length > 0 || key === undefined) return [];
  const isAlone = statement.actions?.values.length === 1;
  const meant = meantBy(action, only.value, isAlone);
  if (!meant) return [];
  const edit = isAlone ? replaceValue(tree, only.node, meant.draft) : addToList(tree, statement.node, key, meant.draft);
  return [{ title: meant.title, preferred: true, edits: [edit] }];
}

interface Meant {
  readonly title: string;
  readonly draft: Draft;
}

function meantBy(action: ActionInfo, resource: SymbolicString, isAlone: boolean): Meant | undefined {
  if (action.resources.length === 0) return isAlone ? { title: 'Replace with *', draft: '*' } : undefined;
  const types = action.resources.map(({ type }) => type);
  const isOnObjects = action.service === 's3' && types.includes('object') && !types.includes('bucket');
  if (!isOnObjects || !/^arn:[^:]*:s3:::[^/]+$|^\$\{[^}.]+\.Arn\}$/.test(display(resource))) return undefined;
  const draft = draftOf(concat([resource, '/*']));
  return draft === undefined ? undefined : { title: 'Name the objects in the bucket', draft };
}
