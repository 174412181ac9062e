import type { Analysis } from '../../../analysis/index.ts';
import { grantFix } from '../../../rules/support/grantFix.ts';
import { grantingFix } from '../../questions/grantingFix.ts';
import { type Holder, holdersMeant, rolesCalled } from '../find/holders.ts';
import { type FoundResource, findResources, type GrantedOn, nameOfGranted } from '../find/resources.ts';
import type { PastedError } from '../model.ts';
import { adviceFor } from './advice.ts';
import type { ErrorAnswer, ErrorFix, ErrorLine } from './answer.ts';
import { foundBlock, type Recognised } from './found.ts';
import { type Judged, judgeRole } from './judging.ts';
import { adviceOnPolicy, ownPolicyLines } from './refused.ts';
import { saidBlock } from './said.ts';
import { targetsFor } from './targets.ts';

/** More who could be meant than these are not told. */
const MOST_HOLDERS = 6;

/** IAM refused a request of somebody: whose role is it, what does it say, and what does it lack? */
export function answerForCaller(error: PastedError, actions: readonly string[], analyses: readonly Analysis[]): ErrorAnswer {
  const holders = holdersMeant(error, analyses).slice(0, MOST_HOLDERS);
  const resources = error.resource === undefined ? [] : nearTo(holders, findResources(error.resource, analyses));
  const [action, ...others] = actions;
  const certain = others.length === 0 ? action : undefined;
  const judged =
    certain === undefined
      ? []
      : holders.flatMap((holder) => judgedIn(holder, certain, targetsFor(holder, certain, resources, error)));
  const isDenied = error.reason?.denied === true || adviceOnPolicy(error) !== undefined;
  const fixes = isDenied ? [] : eachOnce(judged.flatMap(({ fix }) => fix ?? []));
  return {
    title: error.form.title,
    blocks: [
      saidBlock(error, actions),
      foundBlock(recognised(error, holders, [...resources, ...rolesNamed(error, resources, analyses)])),
      {
        heading: 'What these files say',
        lines: [...judged.flatMap(({ lines }) => lines), ...ownLines(error, certain, resources)],
      },
    ],
    advice: adviceFor(error, {
      holders,
      verdicts: judged.map(({ verdict }) => verdict),
      hasFixes: fixes.length > 0,
      action: certain,
    }),
    source: error.form.source,
    fixes,
  };
}

function recognised(
  error: PastedError,
  holders: readonly Holder[],
  on: readonly (Holder | FoundResource)[],
): readonly Recognised[] {
  const { caller, role, function: fn, resource } = error;
  const isByRole = holders.some(({ by }) => by === 'role');
  return [
    { name: isByRole ? (caller?.name ?? role) : (caller?.session ?? fn), as: holders },
    { name: resource, as: on },
  ];
}

/** The roles that a message about passing or assuming one may mean, where no role of a template has that ARN. */
function rolesNamed(
  { resource }: PastedError,
  found: readonly FoundResource[],
  analyses: readonly Analysis[],
): readonly Holder[] {
  const isRole = /^arn:[\w-]+:iam::\d*:role\//.test(resource ?? '');
  return isRole && found.length === 0 ? rolesCalled(resource, analyses) : [];
}

/** The resources in the templates of those who could be meant, if there are any. */
function nearTo(holders: readonly Holder[], resources: readonly FoundResource[]): readonly FoundResource[] {
  const near = resources.filter(({ analysis }) => holders.some((holder) => holder.analysis === analysis));
  return near.length > 0 ? near : resources;
}

interface JudgedHolder extends Judged {
  readonly fix: ErrorFix | undefined;
}

function judgedIn(holder: Holder, action: string, targets: readonly GrantedOn[]): readonly JudgedHolder[] {
  const { role } = holder;
  if (!role) return [];
  return targets.map((target) => {
    const judged = judgeRole(holder, role, action, target);
    const isLacking = judged.verdict === 'missing' || judged.verdict === 'unknown';
    const fix = isLacking ? fixFor(holder, action, target) : undefined;
    const which = targets.length > 1 ? ` on ${nameOfGranted(target)}` : '';
    return { ...judged, fix: fix && { ...fix, title: `${fix.title}${which}` } };
  });
}

function fixFor(holder: Holder, action: string, target: GrantedOn): ErrorFix | undefined {
  const { analysis, template, role, functions } = holder;
  const [owner] = functions;
  const id = analysis.knowledge.iam.action(action)?.id;
  if (!role || id === undefined) return undefined;
  const fix = owner
    ? grantingFix([{ actions: [id], target: { ...target, resource: undefined } }], { owner, analysis, template })
    : grantFix(role, [{ actions: [id], written: target.written }], analysis)[0];
  return fix && { title: fix.title, analysis, edits: fix.edits };
}

/** Functions that share a role lack the same. */
function eachOnce(fixes: readonly ErrorFix[]): readonly ErrorFix[] {
  const isSame = (one: ErrorFix, other: ErrorFix): boolean => one.title === other.title && one.analysis === other.analysis;
  return fixes.filter((fix, i) => fixes.findIndex((other) => isSame(fix, other)) === i);
}

function ownLines(
  { reason }: PastedError,
  action: string | undefined,
  resources: readonly FoundResource[],
): readonly ErrorLine[] {
  const isMatter = reason === undefined || reason.policy === 'resource-based policy';
  return action !== undefined && isMatter ? ownPolicyLines(action, resources) : [];
}
