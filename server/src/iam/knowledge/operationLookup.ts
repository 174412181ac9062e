import { once } from '../../incremental/once.ts';
import type { ActionId, IamKnowledge, OperationInfo } from '../knowledge.ts';
import type { Head } from './head.ts';
import { isActionId, type OtherNames } from './otherNames.ts';

type ActionLookup = Pick<IamKnowledge, 'hasAction' | 'actionsMatching'>;

/** How the actions of API Gateway are made: one action per HTTP method. */
const verbSource = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigateway.html';
/** Where AWS says which prefix a service's actions have. */
const prefixSource =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';

/** The lookups of names that people write as actions although IAM has others for them. */
export function createOperationLookup(
  head: Head,
  otherNames: () => OtherNames,
  actions: ActionLookup,
): Pick<IamKnowledge, 'operation' | 'operations' | 'servicePrefixFor' | 'isLegacyAction'> {
  const servicePrefixFor = (name: string): string | undefined => {
    const lower = name.toLowerCase();
    if (head.services.has(lower)) return head.services.get(lower)?.prefix;
    const squeezed = lower.replace(/[\s_-]/g, '');
    const known = (text: string) => otherNames().service(text) ?? head.otherNames().get(text);
    return known(lower) ?? known(squeezed);
  };
  const isLegacyAction = (id: string): boolean => {
    const lower = id.toLowerCase();
    return otherNames().isLegacy(lower) || head.retired().has(lower);
  };
  const operation = (id: string): OperationInfo | undefined => {
    if (actions.hasAction(id) || isLegacyAction(id)) return undefined;
    return otherNames().operation(id.toLowerCase()) ?? httpVerb(head, id) ?? underItsPrefix(id);
  };
  /** `bedrock-runtime:Converse` is looked up as `bedrock:Converse`. */
  const underItsPrefix = (id: string): OperationInfo | undefined => {
    const colon = id.indexOf(':');
    const written = id.slice(0, Math.max(0, colon));
    const prefix = servicePrefixFor(written);
    if (prefix === undefined || prefix === written.toLowerCase()) return undefined;
    const moved = `${prefix}:${id.slice(colon + 1)}`;
    const renamed = operation(moved);
    if (renamed) return { ...renamed, asAction: id };
    const [only, ...more] = actions.actionsMatching(moved);
    if (only === undefined) return undefined;
    const target = more.length === 0 && actions.hasAction(moved) ? only : moved;
    if (!isActionId(target)) return undefined;
    const remark = `Actions of ${head.services.get(prefix)?.about().title ?? prefix} begin with "${prefix}:".`;
    return { asAction: id, actions: [target], remark, source: prefixSource, kind: 'service' };
  };
  const operations = once(() => otherNames().operations());
  return { operation, operations, servicePrefixFor, isLegacyAction };
}

/** `apigateway:CreateRestApi` is the action `apigateway:POST` on the resource's path. */
function httpVerb(head: Head, id: string): OperationInfo | undefined {
  const match = /^apigateway:(\w+)$/i.exec(id);
  const verbs = match?.[1] === undefined ? undefined : head.httpVerbs().get(match[1].toLowerCase());
  if (verbs === undefined) return undefined;
  const remark = 'The management actions of API Gateway are HTTP methods; the resource is the path of what is managed.';
  return {
    asAction: id,
    actions: verbs.map((verb): ActionId => `apigateway:${verb}`),
    remark,
    source: verbSource,
    kind: 'operation',
  };
}
