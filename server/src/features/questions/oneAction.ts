import type { ActionInfo } from '../../iam/index.ts';
import type { Verdict } from '../../lambda/index.ts';
import { formatsForAction } from '../../rules/support/arnFormats.ts';
import { arnFields, display, knownText, literal } from '../../symbolic/index.ts';
import { code, codeList } from '../describe/markdown.ts';
import type { Answer, AnswerVerdict, Block } from './answer.ts';
import { everywhere, type Somewhere } from './anywhere.ts';
import { decidedBlock, elsewhereBlock, neededBlock, openBlock, partsBlock, whereBlock } from './blocks.ts';
import { grantingFix } from './grantingFix.ts';
import { type Asking, judge, type Ruling } from './judge.ts';
import { nearMissBlocks } from './nearMisses.ts';
import { nameOf, type ResourceAsked, type Target, targetsOf } from './resourceAsked.ts';
import { summaryOf } from './summary.ts';

/** An answer without what is the same for all. */
export type Told = Omit<Answer, 'title' | 'note'>;

export const VERDICT_OF: Readonly<Record<Verdict, AnswerVerdict>> = {
  granted: 'yes',
  denied: 'no',
  missing: 'no',
  unknown: 'depends',
};

export function told(verdict: AnswerVerdict, summary: string, blocks: readonly (Block | undefined)[] = []): Told {
  return {
    verdict,
    summary,
    blocks: blocks.flatMap((block) => (block && block.lines.length > 0 ? [block] : [])),
    fix: undefined,
  };
}

const EVERYTHING: Target = { on: literal('*'), written: literal('*'), resource: undefined };

/** The answer on a single action. */
export function aboutOneAction(id: string, asked: ResourceAsked, asking: Asking): Told {
  const { iam } = asking.analysis.knowledge;
  const info = iam.action(id);
  if (!info) return told('depends', `AWS’s reference does not list ${code(id)}, so what it is used on is not known.`);
  const takesNone = info.resources.length === 0;
  if (asked.kind === 'any') return takesNone ? aboutTarget(info, [EVERYTHING], 'any resource', asking) : aboutAny(info, asking);
  const targets = targetsOf(asked, info, asking.template, iam);
  return targets.length > 0 ? aboutTarget(info, targets, nameOf(asked), asking) : misfit(info, asked, asking);
}

/** The resource that was asked about comes first, its parts behind it. */
function aboutTarget(info: ActionInfo, [target = EVERYTHING, ...parts]: readonly Target[], name: string, asking: Asking): Told {
  const ruling = judge(info.id, target, name, asking);
  const isLacking = ruling.verdict === 'missing';
  const others = parts.map((part): Somewhere => ({ target: part, ruling: judge(info.id, part, name, asking) }));
  const elsewhere = isLacking ? everywhere(info, asking).filter((place) => place.ruling.verdict !== 'missing') : [];
  return {
    ...told(VERDICT_OF[ruling.verdict], `${summaryOf(info, ruling, name, asking)}${caveatOn(target, ruling)}`, [
      decidedBlock(ruling, asking),
      openBlock(ruling.points, asking),
      partsBlock(others.filter((part) => part.ruling.verdict !== ruling.verdict)),
      ...(isLacking ? nearMissBlocks(info.id, target, asking) : []),
      elsewhereBlock(elsewhere, asking),
      isLacking ? neededBlock(info.id, target, asking) : undefined,
    ]),
    fix: isLacking ? grantingFix([{ actions: [info.id], target }], asking) : undefined,
  };
}

/** In another account than the role's, its policy is not enough. */
function caveatOn({ on, resource }: Target, { verdict }: Ruling): string {
  const account = knownText(arnFields(on)?.account ?? on) ?? '';
  if (resource || verdict !== 'granted' || !/^\d{12}$/.test(account)) return '';
  return ` If ${account} is not the account of this stack, the resource’s own policy has to allow it as well.`;
}

/** Without a resource, one of those that the statements name is enough. */
function aboutAny(info: ActionInfo, asking: Asking): Told {
  const places = everywhere(info, asking);
  const ruling = best(places, asking);
  const name = 'any resource';
  if (ruling.verdict !== 'granted' && ruling.verdict !== 'unknown')
    return told('no', `${summaryOf(info, ruling, name, asking)} Name a resource to be shown what it takes.`, [
      decidedBlock(ruling, asking),
    ]);
  const granted = places.filter((place) => place.ruling.verdict === 'granted');
  const open = places.filter((place) => place.ruling.verdict === 'unknown');
  return told(VERDICT_OF[ruling.verdict], summaryOf(info, ruling, name, asking), [
    whereBlock(granted, asking),
    openBlock(open.length > 0 ? open.flatMap((place) => place.ruling.points) : ruling.points, asking),
  ]);
}

const BEST_FIRST: readonly Verdict[] = ['granted', 'unknown', 'denied', 'missing'];

function best(places: readonly Somewhere[], asking: Asking): Ruling {
  const [first] = BEST_FIRST.flatMap((verdict) => places.filter(({ ruling }) => ruling.verdict === verdict));
  return first?.ruling ?? nowhere(asking);
}

function nowhere({ owner: { role } }: Asking): Ruling {
  const verdict = role.complete ? 'missing' : 'unknown';
  return { verdict, by: [], permissions: [], cause: 'role', points: [] };
}

/** An action that is never used on such a resource. */
function misfit(info: ActionInfo, asked: Exclude<ResourceAsked, { kind: 'any' }>, { analysis }: Asking): Told {
  const kind = asked.kind === 'resource' ? `, which is an ${code(asked.resource.type)}` : '';
  const formats = formatsForAction(info, analysis.knowledge.iam).map((format) => display(literal(format)));
  return told('no', `${code(info.id)} is not used on ${code(asked.name)}${kind}. It is used on ${codeList(formats)}.`);
}
