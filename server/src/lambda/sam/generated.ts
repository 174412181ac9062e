import type { Template } from '../../cloudformation/index.ts';
import { knownText, ofHole, onlyHole, type SymbolicString } from '../../symbolic/index.ts';
import type { LambdaFunction } from '../model.ts';
import { sha1 } from './sha1.ts';

/** The logical id of what SAM makes for an event of a function: its rule, subscription, mapping. */
export function eventResourceId(functionId: string, event: string): string {
  return `${functionId}${event}`;
}

/**
 * The logical id of the permission that SAM makes. A suffix of letters and digits is put behind it as it is, any other as the first ten
 * digits of its hash.
 */
export function permissionId(prefix: string, suffix = ''): string {
  if (suffix === '' || /^[\p{L}\p{N}]+$/u.test(suffix)) return `${prefix}Permission${suffix}`;
  return `${prefix}Permission${sha1(suffix).slice(0, 10)}`;
}

/** The logical id of the alias that `AutoPublishAlias` makes; `undefined` without one, or when its name is not known. */
export function aliasId(fn: LambdaFunction, template: Template): string | undefined {
  const name = fn.autoPublishAlias && aliasName(fn.autoPublishAlias, template);
  return name === undefined ? undefined : `${fn.logicalId}Alias${name.replace(/[^A-Za-z0-9]/g, '')}`;
}

/** SAM needs the name while it transforms: a literal, or a parameter of which it takes the default. */
function aliasName(alias: SymbolicString, template: Template): string | undefined {
  const hole = onlyHole(alias);
  return hole?.kind === 'parameter' ? template.parameters.get(hole.name)?.defaultValue : knownText(alias);
}

/** Which alias or version of the function a logical id of SAM's making stands for; `undefined` when it is none of them. */
export function generatedQualifier(logicalId: string, fn: LambdaFunction, template: Template): SymbolicString | undefined {
  if (!fn.autoPublishAlias || !logicalId.startsWith(fn.logicalId)) return undefined;
  if (logicalId === aliasId(fn, template)) return fn.autoPublishAlias;
  const isVersion = /^Version[0-9a-f]{10}$/.test(logicalId.slice(fn.logicalId.length));
  return isVersion ? ofHole({ kind: 'attribute', logicalId: fn.logicalId, attribute: 'Version' }) : undefined;
}
