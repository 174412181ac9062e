import type { ActionInfo, IamKnowledge, Statement } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';

/** More actions than this are as good as all of a service. */
const MOST_ACTIONS = 400;

/** The actions that a statement names, wildcards expanded; `undefined` when they cannot all be told, or are too many to go through. */
export function actionsOf({ actions }: Statement, iam: IamKnowledge): readonly ActionInfo[] | undefined {
  if (!actions || actions.negated || !actions.complete) return undefined;
  const found: ActionInfo[] = [];
  for (const { value } of actions.values) {
    const text = knownText(value);
    if (text === undefined || /^[^:]*[*?]/.test(text)) return undefined;
    const names = /[*?]/.test(text) ? iam.actionsMatching(text) : [text];
    if (found.length + names.length > MOST_ACTIONS) return undefined;
    const infos = names.map((name) => iam.action(name));
    if (infos.length === 0 || infos.includes(undefined)) return undefined;
    found.push(...infos.filter((info) => info !== undefined));
  }
  return found.length > 0 ? found : undefined;
}

/** Whether requests for an action, or for the resources it may be limited to, carry a condition key. */
export function takesKey(action: ActionInfo, key: string, iam: IamKnowledge): boolean {
  const wanted = iam.conditionKey(key)?.key.toLowerCase();
  const ofResources = action.resources.flatMap(({ type }) => iam.resourceType(action.service, type)?.conditionKeys ?? []);
  return [...action.conditionKeys, ...ofResources].some((name) => name.toLowerCase() === wanted);
}

/** Whether certainly none of the statement's actions has the key. A service's wildcards are looked up in the list of all its keys. */
export function isKeyOfNoAction(statement: Statement, key: string, iam: IamKnowledge): boolean {
  const { actions } = statement;
  if (!actions || actions.negated || !actions.complete) return false;
  const named = actionsOf(statement, iam);
  if (named) return named.every((action) => !takesKey(action, key, iam));
  const wanted = iam.conditionKey(key)?.key;
  const prefixes = actions.values.map(({ value }) => SERVICE.exec(knownText(value) ?? '')?.[1]);
  return (
    prefixes.length > 0 &&
    prefixes.every(
      (prefix) => prefix !== undefined && iam.service(prefix) && !iam.conditionKeys(prefix).some((known) => known.key === wanted),
    )
  );
}

const SERVICE = /^([a-z0-9-]+):/i;
