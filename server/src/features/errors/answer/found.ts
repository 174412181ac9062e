import { code } from '../../describe/markdown.ts';
import type { Sureness } from '../find/fit.ts';
import type { Holder } from '../find/holders.ts';
import type { FoundResource } from '../find/resources.ts';
import type { PastedError } from '../model.ts';
import type { ErrorBlock, ErrorLine } from './answer.ts';

/** What of a message was found in the documents. */
export interface FoundThings {
  /** Who may have been refused. */
  readonly holders: readonly Holder[];
  /** What it may have been on. */
  readonly resources: readonly FoundResource[];
  /** The same where it is a role that SAM makes. */
  readonly roles: readonly Holder[];
}

/** What was found, and how sure that is. */
export function foundBlock(error: PastedError, { holders, resources, roles }: FoundThings): ErrorBlock {
  const { caller, role, function: fn, resource } = error;
  const lines = [
    ...holders.map((holder) => {
      const name = holder.by === 'role' ? (caller?.name ?? role) : (caller?.session ?? fn);
      return holderLine(holder, holders.length, name);
    }),
    ...resources.map((found) => resourceLine(found, resources.length, error)),
    ...roles.map((found) => holderLine(found, roles.length, resource)),
  ];
  return { heading: 'What these files have of it', lines };
}

function holderLine(holder: Holder, count: number, name = ''): ErrorLine {
  const { analysis, role, functions, sureness, by } = holder;
  const span = role?.owner.nameSpan ?? functions[0]?.fn.resource.nameSpan;
  const place = span && { analysis, span };
  const what = whatItIs(holder);
  if (by === 'alone') return { text: `Perhaps ${what}: the message names nobody, and there is no other function.`, place };
  return { text: `${code(name)} ${isWords(sureness, count)} ${what}${because(sureness)}`, place };
}

function whatItIs({ role, functions }: Holder): string {
  const names = functions.map(({ fn }) => fn.logicalId).join(', ');
  if (!role) return `**${names}**, whose role is not of this file`;
  return `**${role.logicalId}**${names ? `, the execution role of ${names}` : ''}`;
}

function resourceLine({ analysis, resource, sureness }: FoundResource, count: number, { resource: arn }: PastedError): ErrorLine {
  const what = `**${resource.logicalId}** (${resource.type})`;
  return {
    text: `${code(arn ?? '')} ${isWords(sureness, count)} ${what}${because(sureness)}`,
    place: { analysis, span: resource.nameSpan },
  };
}

function isWords(sureness: Sureness, count: number): string {
  return count > 1 || sureness === 'perhaps' ? 'may be' : 'is';
}

const REASONS: Readonly<Record<Sureness, string>> = {
  named: ': it has this name in the file.',
  fits: ': the name is one that deployment makes of it.',
  perhaps: ': nothing in the file speaks against it.',
};

function because(sureness: Sureness): string {
  return REASONS[sureness];
}
