import type { Analysis } from '../../../analysis/index.ts';
import { canonical } from '../../../cloudformation/index.ts';
import type { FunctionPermissions, Invoker, Verdict } from '../../../lambda/index.ts';
import { checkAll, type Finding } from '../../../rules/index.ts';
import { ofHole } from '../../../symbolic/index.ts';
import { code } from '../../describe/markdown.ts';
import { mark, verdictWord } from '../../describe/verdict.ts';
import { fitOf } from '../find/fit.ts';
import { nameOfFunction, rolesCalled } from '../find/holders.ts';
import { type FoundResource, findResources } from '../find/resources.ts';
import type { ErrorForm, Lack, PastedError } from '../model.ts';
import type { ErrorAnswer, ErrorFix, ErrorLine } from './answer.ts';
import { foundBlock } from './found.ts';
import { saidBlock } from './said.ts';

/** The rules that find what such a message is about. */
const RULES: Readonly<Partial<Record<Lack, readonly string[]>>> = {
  'execution-role': ['missing-execution-permission'],
  'function-policy': ['missing-invoke-permission', 'permission-qualifier-mismatch', 'not-an-invoke-action', 'notification-order'],
  'caller-role': ['caller-role-cannot-invoke'],
  'trust-policy': ['role-not-assumable-by-lambda', 'caller-role-cannot-invoke'],
};

/** A message about what the rules look for in templates: the finding has the words and the fix. */
export function answerFromFindings(error: PastedError, actions: readonly string[], analyses: readonly Analysis[]): ErrorAnswer {
  const { form, resource, function: fn, role, logicalId } = error;
  const resources = resourcesNamed(resource, analyses);
  const found = narrowed(
    analyses.flatMap((analysis) =>
      checkAll(analysis).flatMap((finding) => (isAbout(finding, error, actions, analysis) ? [{ analysis, finding }] : [])),
    ),
    resources,
    logicalId,
  );
  const others = found.length > 0 ? [] : analyses.flatMap((analysis) => settledLines(form, actions, analysis));
  const recognised = [
    { name: resource, as: resources },
    { name: fn, as: resourcesNamed(fn, analyses) },
    { name: role, as: rolesCalled(role, analyses) },
  ];
  return {
    title: form.title,
    blocks: [
      saidBlock(error, actions),
      foundBlock(recognised),
      { heading: 'What these files say', lines: limited(found.length > 0 ? found.map(findingLine) : others) },
    ],
    advice: [...(others.length > 0 ? [SETTLED] : []), form.advice],
    source: form.source,
    fixes: found.slice(0, MOST_LINES).flatMap(fixesOf),
  };
}

/** What an ARN or a function's name stands for, where more than nothing speaks for it. */
function resourcesNamed(name: string | undefined, analyses: readonly Analysis[]): readonly FoundResource[] {
  return name === undefined ? [] : findResources(name, analyses).filter(({ sureness }) => sureness !== 'perhaps');
}

/** Whoever has more than these needs a message that names the function. */
const MOST_LINES = 8;

function limited(lines: readonly ErrorLine[]): readonly ErrorLine[] {
  const rest = lines.length - MOST_LINES;
  return rest <= 1 ? lines : [...lines.slice(0, MOST_LINES), { text: `and ${rest} more` }];
}

const SETTLED =
  'The files lack nothing for certain. If they were deployed as they are, look at the order: what needs a permission or a policy that is a resource of its own must wait for it (`DependsOn`).';

interface Found {
  readonly analysis: Analysis;
  readonly finding: Finding;
}

function isAbout({ ruleId, subject }: Finding, error: PastedError, actions: readonly string[], analysis: Analysis): boolean {
  const { form } = error;
  if (!(form.rules ?? RULES[form.lack] ?? []).includes(ruleId)) return false;
  if (form.principal !== undefined && subject.principal !== undefined && !isSamePrincipal(form.principal, subject.principal))
    return false;
  if (subject.actions && actions.length > 0 && !meets(subject.actions, actions, error.resource)) return false;
  const isOfRole = subject.role === undefined || isMeant(subject.role, error.role?.split('/').at(-1), analysis);
  return isOfRole && (subject.function === undefined || isMeant(subject.function, nameOfFunction(error.function), analysis));
}

/** `logs.${AWS::Region}.amazonaws.com` is `logs.amazonaws.com` of a Region. */
function isSamePrincipal(one: string, other: string): boolean {
  return one === other.replace(/\.\$\{AWS::Region\}\./, '.').replace('${AWS::URLSuffix}', 'amazonaws.com');
}

function meets(lacking: readonly string[], wanted: readonly string[], resource: string | undefined): boolean {
  const names = new Set(wanted.map((name) => name.toLowerCase()));
  const service = /^arn:[\w-]+:([\w-]+):/.exec(resource ?? '')?.[1];
  return lacking.some((name) => names.has(name.toLowerCase()) || (service !== undefined && name.startsWith(`${service}:`)));
}

/** Whether the function or role of this name, if there is one, may be the one with this logical id. */
function isMeant(logicalId: string, name: string | undefined, { template }: Analysis): boolean {
  if (name === undefined || !template) return true;
  return fitOf(canonical(ofHole({ kind: 'attribute', logicalId, attribute: undefined }), template), name) !== undefined;
}

/** Where the message tells which resource it is about, only what is about that. */
function narrowed(found: readonly Found[], resources: readonly FoundResource[], failed: string | undefined): readonly Found[] {
  const near = found.filter(({ analysis, finding: { message, subject } }) => {
    const ids = resources.filter((one) => one.analysis === analysis).map(({ resource }) => resource.logicalId);
    // SAM makes the id of a mapping of the function's and the event's.
    const isFailed = failed !== undefined && [subject.trigger?.replace('.Events.', ''), subject.function].includes(failed);
    return isFailed || ids.some((id) => message.includes(id));
  });
  return near.length > 0 ? near : found;
}

function findingLine({ analysis, finding }: Found): ErrorLine {
  return { text: finding.message, place: { analysis, span: finding.span } };
}

function fixesOf({ analysis, finding }: Found): readonly ErrorFix[] {
  const fixes = [...finding.fixes()].sort((a, b) => Number(b.preferred) - Number(a.preferred));
  return fixes.map(({ title, edits }) => ({ title, analysis, edits }));
}

/** What is there already, or cannot be told, of what the message could be about. */
function settledLines(form: ErrorForm, actions: readonly string[], analysis: Analysis): readonly ErrorLine[] {
  return analysis.permissions.functions.flatMap((owner) => [
    ...(form.lack === 'execution-role' ? needLines(owner, actions, analysis) : []),
    ...owner.invokers.filter((invoker) => isOf(invoker, form)).map((invoker) => invokerLine(owner, invoker, analysis)),
  ]);
}

function isOf({ trigger: { definition } }: Invoker, { lack, principal }: ErrorForm): boolean {
  if (principal === undefined || (lack !== 'function-policy' && lack !== 'caller-role')) return false;
  const own = lack === 'caller-role' ? definition.callerPrincipal : definition.principal;
  return own !== undefined && isSamePrincipal(principal, own);
}

function invokerLine({ fn }: FunctionPermissions, { trigger, verdict, grantedBy }: Invoker, analysis: Analysis): ErrorLine {
  const by = grantedBy.map(({ logicalId }) => code(logicalId)).join(', ');
  return line(verdict, `${trigger.name} calls ${fn.logicalId}${by ? `, by ${by}` : ''}`, { analysis, span: trigger.span });
}

function needLines({ needs, fn }: FunctionPermissions, actions: readonly string[], analysis: Analysis): readonly ErrorLine[] {
  const names = new Set(actions.map((name) => name.toLowerCase()));
  return needs.flatMap(({ need, actions: covered }) =>
    covered
      .filter(({ action }) => names.has(action.toLowerCase()))
      .map(({ action, verdict, grantedBy }) => {
        const by = grantedBy.map(({ label }) => code(label)).join(', ');
        return line(verdict, `${code(action)} to ${fn.logicalId}, for ${need.subject}${by ? `, by ${by}` : ''}`, {
          analysis,
          span: need.span,
        });
      }),
  );
}

function line(verdict: Verdict, text: string, place: NonNullable<ErrorLine['place']>): ErrorLine {
  return { text: `${mark(verdict)} ${verdictWord(verdict)}: ${text}.`, place };
}
