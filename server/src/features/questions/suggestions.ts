import type { Analysis } from '../../analysis/index.ts';
import { arnOf, resourceAround } from '../../cloudformation/index.ts';
import type { IamKnowledge } from '../../iam/index.ts';
import { arnFields, knownText } from '../../symbolic/index.ts';
import { nodeAt } from '../../syntax/index.ts';
import type { Offset } from '../../text/span.ts';
import { functionPage } from '../functionPage.ts';
import { actionsAsked } from './actionAsked.ts';
import { targetsOf } from './resourceAsked.ts';

/** Something that a question may be about. */
export interface Suggested {
  readonly label: string;
  readonly detail: string;
}

/** The functions of the template; the one that the cursor is in, or at a mention of, comes first. */
export function functionsToAsk(analysis: Analysis, at?: Offset): readonly string[] {
  const ids = analysis.permissions.functions.map(({ fn }) => fn.logicalId);
  const first = at === undefined ? undefined : functionAt(analysis, at);
  return first === undefined || !ids.includes(first) ? ids : [first, ...ids.filter((id) => id !== first)];
}

function functionAt(analysis: Analysis, at: Offset): string | undefined {
  const { template, tree } = analysis;
  const mentioned = functionPage(analysis, at)?.logicalId;
  return mentioned ?? (template && resourceAround(nodeAt(tree, at), template)?.logicalId);
}

/** The prefixes of the services that the template's resources are of. */
export function servicesOf({ template }: Analysis): readonly string[] {
  const arns = [...(template?.resources.values() ?? [])].flatMap((resource) => (template && arnOf(resource, template)) ?? []);
  return [...new Set(arns.flatMap((arn) => knownText(arnFields(arn)?.service ?? arn) ?? []))];
}

const MOST_ACTIONS = 300;

/** Actions whose names have the typed letters in them, those of the template's services first; all of those where nothing is typed. */
export function actionsLike(analysis: Analysis, text: string): readonly Suggested[] {
  const { iam } = analysis.knowledge;
  const typed = text.trim().toLowerCase();
  const services = servicesOf(analysis);
  if (typed.includes(':')) return ofService(text.trim(), iam);
  const own = services.flatMap((service) => iam.actionNames(service).map((name) => `${service}:${name}`));
  const fitting = own.filter((id) => id.toLowerCase().includes(typed));
  const others = /^\w{3,}$/.test(typed) ? iam.actionsMatching(`*:*${typed}*`).filter((id) => !fitting.includes(id)) : [];
  return [...fitting, ...operationsLike(`:${typed}`, iam), ...others].slice(0, MOST_ACTIONS).map((id) => suggested(id, iam));
}

function ofService(typed: string, iam: IamKnowledge): readonly Suggested[] {
  const colon = typed.indexOf(':');
  const prefix = iam.servicePrefixFor(typed.slice(0, colon)) ?? typed.slice(0, colon);
  const pattern = `${prefix}:${typed.slice(colon + 1)}`;
  if (/[*?]/.test(typed)) return [pattern, ...actionsIn(pattern, iam)].slice(0, MOST_ACTIONS).map((id) => suggested(id, iam));
  const letters = pattern.toLowerCase();
  const name = letters.slice(letters.indexOf(':') + 1);
  const names = iam.actionNames(prefix).filter((each) => each.toLowerCase().includes(name));
  const ids = [...names.map((each) => `${prefix}:${each}`), ...operationsLike(letters, iam)];
  return ids.slice(0, MOST_ACTIONS).map((id) => suggested(id, iam));
}

/** The actions of one service that a pattern stands for. */
function actionsIn(pattern: string, iam: IamKnowledge): readonly string[] {
  return /^[^:]*[*?]/.test(pattern) ? [] : iam.actionsMatching(pattern);
}

/** Operations of APIs whose action has another name. */
function operationsLike(letters: string, iam: IamKnowledge): readonly string[] {
  if (letters.endsWith(':') || letters.length < 4) return [];
  return iam
    .operations()
    .map(({ asAction }) => asAction)
    .filter((id) => id.toLowerCase().includes(letters));
}

function suggested(id: string, iam: IamKnowledge): Suggested {
  const [meant] = iam.operation(id)?.actions ?? [];
  if (/[*?]/.test(id)) return { label: id, detail: `${iam.actionsMatching(id).length} actions` };
  return { label: id, detail: iam.accessLevel(id) ?? (meant === undefined ? '' : `allowed by ${meant}`) };
}

/** Of a pattern so many actions are looked at. */
const MOST_LOOKED_AT = 60;

/** The resources of the template that an action, or one that a pattern stands for, is used on. */
export function resourcesFor(analysis: Analysis, action: string): readonly Suggested[] {
  const { template, knowledge } = analysis;
  const { iam } = knowledge;
  const asked = actionsAsked(action, iam, servicesOf(analysis));
  if (!template || 'problem' in asked) return [];
  const infos = asked.ids.slice(0, MOST_LOOKED_AT).flatMap((id) => iam.action(id) ?? []);
  const limited = infos.filter(({ resources }) => resources.length > 0);
  return [...template.resources.values()]
    .filter((resource) =>
      limited.some(
        (info) => targetsOf({ kind: 'resource', resource, rest: '', name: resource.logicalId }, info, template, iam).length > 0,
      ),
    )
    .map(({ logicalId, type }) => ({ label: logicalId, detail: type }));
}
