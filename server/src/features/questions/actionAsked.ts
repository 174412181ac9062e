import { closestActions, type IamKnowledge } from '../../iam/index.ts';
import { code, codeList } from '../describe/markdown.ts';
import type { Misunderstanding } from './answer.ts';

/** The actions that somebody asks about. */
export interface ActionsAsked {
  /** As AWS's reference spells it; a pattern as it was typed. */
  readonly name: string;
  readonly ids: readonly string[];
  /** What there is to say of the name that was typed: that it is an API operation's. */
  readonly remark: string | undefined;
}

/** Nobody reads more; `ec2:*` has some 700. */
const MOST_ACTIONS = 800;
const MOST_NAMES = 4;

/**
 * What a typed text asks about: an action, a pattern, the name of an API operation, or the name alone where only one service has it.
 *
 * @param services prefixes of the services that are likely, for names alone
 */
export function actionsAsked(text: string, iam: IamKnowledge, services: readonly string[] = []): ActionsAsked | Misunderstanding {
  const typed = text.trim();
  if (/[*?]/.test(typed)) return patternAsked(typed, iam);
  if (!typed.includes(':')) return nameAsked(typed, iam, services);
  const info = iam.action(typed);
  if (info) return { name: info.id, ids: [info.id], remark: undefined };
  const operation = iam.operation(typed);
  const [meant, ...others] = operation?.actions ?? [];
  if (operation && meant !== undefined) return operationAsked(typed, meant, others, operation.kind);
  if (iam.isLegacyAction(typed)) return { name: typed, ids: [typed], remark: undefined };
  return { problem: `AWS has no action ${code(typed)}.${suggestion(closestActions(iam, typed, MOST_NAMES))}` };
}

function operationAsked(typed: string, meant: string, others: readonly string[], kind: string): ActionsAsked {
  const also = others.length > 0 ? ` It may take ${codeList(others)} as well.` : '';
  const remark =
    kind === 'operation'
      ? `${code(typed)} is an operation of the API; the action that allows it is ${code(meant)}.${also}`
      : `There is no action ${code(typed)}; ${code(meant)} is what is meant.`;
  return { name: meant, ids: [meant], remark };
}

function patternAsked(typed: string, iam: IamKnowledge): ActionsAsked | Misunderstanding {
  const pattern = typed === '*' ? '*:*' : typed;
  const service = pattern.slice(0, pattern.indexOf(':'));
  if (/[*?]/.test(service)) return { problem: 'Ask about one service at a time: `s3:*`, for instance.' };
  const ids = iam.actionsMatching(pattern);
  if (ids.length === 0) return { problem: `No action of AWS matches ${code(typed)}.` };
  if (ids.length > MOST_ACTIONS) return { problem: `${code(typed)} stands for ${ids.length} actions: ask about fewer.` };
  return { name: pattern, ids, remark: undefined };
}

/** `Query`, `HeadObject`: of several services with the name, one that the template uses. */
function nameAsked(typed: string, iam: IamKnowledge, services: readonly string[]): ActionsAsked | Misunderstanding {
  if (!/^\w+$/.test(typed)) return { problem: 'Name an action, such as `dynamodb:Query`.' };
  const found = idsCalled(typed, iam);
  const likely = found.filter((id) => services.includes(id.slice(0, id.indexOf(':'))));
  const [only, ...others] = likely.length > 0 ? likely : found;
  if (only !== undefined && others.length === 0) return actionsAsked(only, iam);
  if (only === undefined) return { problem: `AWS has no action called ${code(typed)}.` };
  return { problem: `Several services have an action called ${code(typed)}.${suggestion([only, ...others])}` };
}

function idsCalled(name: string, iam: IamKnowledge): readonly string[] {
  const wanted = `:${name}`.toLowerCase();
  const actions = iam.actionsMatching(`*:${name}`);
  const operations = iam.operations().filter(({ asAction }) => asAction.toLowerCase().endsWith(wanted));
  return actions.length > 0 ? actions : operations.map(({ asAction }) => asAction);
}

function suggestion(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_NAMES);
  return shown.length > 0 ? ` Did you mean ${shown.map(code).join(' or ')}?` : '';
}
