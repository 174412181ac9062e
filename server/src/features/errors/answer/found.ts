import { code } from '../../describe/markdown.ts';
import type { Sureness } from '../find/fit.ts';
import type { Holder } from '../find/holders.ts';
import type { FoundResource } from '../find/resources.ts';
import type { ErrorBlock, ErrorLine } from './answer.ts';

/** What in the documents a name of the message may stand for. */
export interface Recognised {
  /** The name or ARN, as the message has it. */
  readonly name: string | undefined;
  readonly as: readonly (Holder | FoundResource)[];
}

/** What was found, and how sure that is. */
export function foundBlock(recognised: readonly Recognised[]): ErrorBlock {
  const lines = recognised.flatMap(({ name = '', as }) =>
    as.map((one) => ('resource' in one ? resourceLine(name, one, as.length) : holderLine(name, one, as.length))),
  );
  return { heading: 'Found in these files', lines };
}

function holderLine(name: string, holder: Holder, count: number): ErrorLine {
  const { analysis, role, functions, sureness, by } = holder;
  const span = role?.owner.nameSpan ?? functions[0]?.fn.resource.nameSpan;
  const place = span && { analysis, span };
  const what = whatItIs(holder);
  if (by === 'nothing') return { text: `Perhaps ${what}: the message names nobody.`, place };
  return { text: `${code(name)} ${isWords(sureness, count)} ${what}${because(sureness)}`, place };
}

function whatItIs({ role, functions }: Holder): string {
  const names = functions.map(({ fn }) => fn.logicalId).join(', ');
  if (!role) return `**${names}**, whose role is not of this file`;
  return `**${role.logicalId}**${names ? `, the execution role of ${names}` : ''}`;
}

function resourceLine(name: string, { analysis, resource, sureness }: FoundResource, count: number): ErrorLine {
  const what = `**${resource.logicalId}** (${resource.type})`;
  const text = `${code(name)} ${isWords(sureness, count)} ${what}${because(sureness)}`;
  return { text, place: { analysis, span: resource.nameSpan } };
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
