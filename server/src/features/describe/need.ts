import type { NeedEntity } from '../entities/need.ts';
import { bullets, paragraphs } from './markdown.ts';
import { needLines } from './needLines.ts';

/** How many lines of actions are shown. */
const MOST_LINES = 8;

/** A property and what the function's execution role must allow because of it. */
export function describeNeed({ owner, needs }: NeedEntity): string {
  const [first] = needs;
  if (!first) return '';
  const { definition } = first.need;
  const lines = needs.flatMap(needLines);
  const rest = lines.length - MOST_LINES;
  return paragraphs(
    `**${owner.fn.logicalId}** · ${definition.title}`,
    [...new Set(needs.map(({ need }) => need.definition.because))].join(' '),
    `The **execution role**${owner.role.logicalId ? ` (${owner.role.logicalId})` : ''} must allow:`,
    bullets(rest > 1 ? [...lines.slice(0, MOST_LINES), `and ${rest} more`] : lines),
    `[AWS's page](${definition.docsUrl})`,
  );
}
