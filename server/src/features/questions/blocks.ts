import { propertyAt } from '../../cloudformation/index.ts';
import { fittingTemplate } from '../../rules/support/fittingTemplate.ts';
import { display, knownText } from '../../symbolic/index.ts';
import { code } from '../describe/markdown.ts';
import type { Block, Line } from './answer.ts';
import type { Somewhere } from './anywhere.ts';
import { grantTeller, holderOf, permissionLine } from './deciders.ts';
import { waitsForFunction } from './grantingFix.ts';
import type { Asking, OpenPoint, Ruling } from './judge.ts';
import { partName, type Target } from './resourceAsked.ts';

/** More of a kind only repeat each other. */
const MOST_LINES = 8;

/** The statements that decide. */
export function decidedBlock({ verdict, by, permissions, cause }: Ruling, asking: Asking): Block | undefined {
  if (verdict !== 'granted' && verdict !== 'denied') return undefined;
  const lines = [
    ...(verdict === 'denied' && cause === 'boundary' ? boundaryLines(asking) : []),
    ...by.map(tellerFor(asking)),
    ...permissions.map((permission) => permissionLine(permission, asking.analysis)),
  ];
  return { heading: 'What decides it', lines: limited(lines) };
}

function tellerFor({ owner, analysis }: Asking) {
  return grantTeller(holderOf(owner), analysis);
}

function boundaryLines({ owner, template }: Asking): readonly Line[] {
  const node = propertyAt(template, holderOf(owner), 'PermissionsBoundary');
  return node
    ? [
        {
          text: 'The permissions boundary, within which the role’s policies count',
          place: { label: 'PermissionsBoundary', span: node.outerSpan },
        },
      ]
    : [];
}

/** What an open answer depends on, with the statement that each point is about. */
export function openBlock(points: readonly OpenPoint[], asking: Asking): Block | undefined {
  const tell = tellerFor(asking);
  const lines = points.map(({ text, grant }): Line => {
    if (!grant) return { text };
    const { text: words, place } = tell(grant);
    return { text: `${text}. ${words}`, place };
  });
  return { heading: 'It depends on', lines: limited(uniqueLines(lines)) };
}

/** The same action on the indexes of a table. */
export function partsBlock(parts: readonly Somewhere[]): Block {
  return {
    heading: 'On its indexes',
    lines: parts.map(({ target, ruling }) => ({ text: `${code(partName(target))}: ${WORDS[ruling.verdict]}` })),
  };
}

const WORDS: Readonly<Record<Ruling['verdict'], string>> = {
  granted: 'allowed',
  denied: 'denied',
  missing: 'not allowed',
  unknown: 'it depends',
};

/** On which resources it is allowed. */
export function whereBlock(places: readonly Somewhere[], asking: Asking): Block {
  const tell = tellerFor(asking);
  return { heading: 'What decides it', lines: limited(uniqueLines(places.flatMap(({ ruling }) => ruling.by.map(tell)))) };
}

/** What the role allows on other resources than the one that was asked about. */
export function elsewhereBlock(places: readonly Somewhere[], asking: Asking): Block {
  const tell = tellerFor(asking);
  const lines = places.filter(({ ruling }) => ruling.verdict === 'granted').flatMap(({ ruling }) => ruling.by.map(tell));
  return { heading: 'It is allowed elsewhere', lines: limited(uniqueLines(lines)) };
}

/** The grant that would allow it, and where it goes. */
export function neededBlock(id: string, target: Target, asking: Asking): Block {
  const { owner, analysis } = asking;
  const { origin, logicalId } = owner.role;
  const on = display(target.written);
  const where =
    origin === 'sam' ? `in the \`Policies\` of ${owner.fn.logicalId}` : `in a policy of ${code(logicalId ?? 'the role')}`;
  const template =
    origin === 'sam' && knownText(target.written) === undefined
      ? fittingTemplate([{ actions: [id], on: target.written }], analysis)
      : undefined;
  const lines: Line[] = [{ text: `Allow ${code(id)} on ${code(on)}, ${where}` }];
  if (template) lines.push({ text: `SAM’s policy template ${code(template.name)} grants it` });
  if (waitsForFunction(target, asking))
    lines.push({
      text: `${code(on)} waits for ${owner.fn.logicalId}, so a role that SAM makes cannot refer to it: write its ARN with a fixed name`,
    });
  if (owner.role.boundary) lines.push({ text: 'The permissions boundary of the role has to let it through as well' });
  return { heading: 'What is needed', lines };
}

function uniqueLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ text }, i) => lines.findIndex((other) => other.text === text) === i);
}

function limited(lines: readonly Line[]): readonly Line[] {
  const rest = lines.length - MOST_LINES;
  return rest <= 1 ? lines : [...lines.slice(0, MOST_LINES), { text: `and ${rest} more` }];
}
