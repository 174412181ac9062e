import type { ActionId, ActionInfo } from '../../iam/index.ts';
import { display, literal } from '../../symbolic/index.ts';
import { code, codeList } from '../describe/markdown.ts';
import type { ActionsAsked } from './actionAsked.ts';
import type { AnswerVerdict, Block } from './answer.ts';
import { everywhere } from './anywhere.ts';
import { decidedBlock, openBlock } from './blocks.ts';
import { grantingFix, type Lacking } from './grantingFix.ts';
import { type Asking, judge, type Ruling } from './judge.ts';
import { type Told, told, VERDICT_OF } from './oneAction.ts';
import { nameOf, type ResourceAsked, type Target, targetsOf } from './resourceAsked.ts';

interface Judged {
  readonly id: ActionId;
  readonly target: Target;
  readonly verdict: AnswerVerdict;
  readonly ruling: Ruling;
}

const ANYTHING: Target = { on: literal('*'), written: literal('*'), resource: undefined };

/** The answer on all actions that a pattern stands for and that are used on the resource: all, some or none of them. */
export function aboutActions({ name, ids }: ActionsAsked, asked: ResourceAsked, asking: Asking): Told {
  const judged = ids.flatMap((id) => {
    const info = asking.analysis.knowledge.iam.action(id);
    return info ? judgedOn(info, asked, asking) : [];
  });
  if (judged.length === 0)
    return told('no', `None of the actions that ${code(name)} stands for is used on ${code(nameOf(asked))}.`);
  const verdict = overall(judged);
  const decided = judged.filter((one) => one.verdict !== 'depends').map(({ ruling }) => ruling);
  return {
    ...told(verdict, sentence(name, judged, asked), [
      listBlock('Allowed', 'yes', judged),
      listBlock('Not allowed', 'no', judged),
      listBlock('Not known', 'depends', judged),
      decidedBlock(mergedRuling(decided), asking),
      openBlock(
        judged.flatMap(({ ruling }) => ruling.points),
        asking,
      ),
    ]),
    fix: fixFor(judged, asking),
  };
}

function judgedOn(info: ActionInfo, asked: ResourceAsked, asking: Asking): readonly Judged[] {
  const { id } = info;
  if (asked.kind !== 'any') {
    // An action without resources is none of those that are used on this one.
    const [target] = info.resources.length > 0 ? targetsOf(asked, info, asking.template, asking.analysis.knowledge.iam) : [];
    return target ? [toJudged(id, target, judge(id, target, nameOf(asked), asking))] : [];
  }
  if (info.resources.length === 0) return [toJudged(id, ANYTHING, judge(id, ANYTHING, nameOf(asked), asking))];
  const places = everywhere(info, asking);
  const found =
    places.find(({ ruling }) => ruling.verdict === 'granted') ??
    places.find(({ ruling }) => ruling.verdict === 'unknown') ??
    places[0];
  const nothing: Ruling = {
    verdict: asking.owner.role.complete ? 'missing' : 'unknown',
    by: [],
    permissions: [],
    cause: 'role',
    points: [],
  };
  return [toJudged(id, ANYTHING, found?.ruling ?? nothing)];
}

function toJudged(id: ActionId, target: Target, ruling: Ruling): Judged {
  return { id, target, ruling, verdict: VERDICT_OF[ruling.verdict] };
}

function overall(judged: readonly Judged[]): AnswerVerdict {
  const verdicts = new Set(judged.map(({ verdict }) => verdict));
  const [only] = verdicts;
  if (verdicts.size === 1 && only !== undefined) return only;
  return verdicts.has('yes') ? 'partly' : 'depends';
}

function sentence(name: string, judged: readonly Judged[], asked: ResourceAsked): string {
  const on = asked.kind === 'any' ? '' : ` that are used on ${nameOf(asked)}`;
  const count = (verdict: AnswerVerdict): number => judged.filter((one) => one.verdict === verdict).length;
  const parts = [`${count('yes')} allowed`, `${count('no')} not`, `${count('depends')} not known`].filter(
    (part) => !part.startsWith('0 '),
  );
  return `Of the ${judged.length} actions of ${code(name)}${on}: ${parts.join(', ')}.`;
}

const MOST_NAMES = 40;

function listBlock(heading: string, verdict: AnswerVerdict, judged: readonly Judged[]): Block {
  const ids = judged.filter((one) => one.verdict === verdict).map(({ id }) => id);
  const rest = ids.length - MOST_NAMES;
  const names = rest > 1 ? `${codeList(ids.slice(0, MOST_NAMES))} and ${rest} more` : codeList(ids);
  return { heading, lines: ids.length > 0 ? [{ text: names }] : [] };
}

/** Each statement that decides something, once. */
function mergedRuling(rulings: readonly Ruling[]): Ruling {
  return {
    verdict: 'granted',
    by: [...new Set(rulings.flatMap(({ by }) => by))],
    permissions: [...new Set(rulings.flatMap(({ permissions }) => permissions))],
    cause: 'role',
    points: [],
  };
}

/** More than this is not granted action by action. */
const MOST_GRANTED = 10;

function fixFor(judged: readonly Judged[], asking: Asking): Told['fix'] {
  const missing = judged.filter(({ ruling, target }) => ruling.verdict === 'missing' && target !== ANYTHING);
  if (missing.length === 0 || missing.length > MOST_GRANTED) return undefined;
  const byTarget = new Map<string, Lacking>();
  for (const { id, target } of missing) {
    const key = display(target.written);
    byTarget.set(key, { target, actions: [...(byTarget.get(key)?.actions ?? []), id] });
  }
  return grantingFix([...byTarget.values()], asking);
}
