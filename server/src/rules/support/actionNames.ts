import { type ActionPlace, type Analysis, actionPlacesOf } from '../../analysis/index.ts';
import { closestActions, closestServices, type IamKnowledge, type OperationInfo } from '../../iam/index.ts';
import { onceFor } from '../../incremental/once.ts';
import { literalText, type SequenceNode, type SyntaxTree } from '../../syntax/index.ts';
import { removeItem } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import { replaceActionEdit } from './edits.ts';
import { isPlaceholder } from './placeholders.ts';

/** An action's name that stands for nothing, and why. */
export type BadAction = { readonly place: ActionPlace } & (
  | { readonly kind: 'operation'; readonly operation: OperationInfo }
  | { readonly kind: 'service'; readonly service: string; readonly suggestions: readonly string[] }
  | { readonly kind: 'action'; readonly service: string; readonly suggestions: readonly string[] }
  | { readonly kind: 'pattern' }
);

/** Every action name of the document that stands for nothing. */
export const badActionsOf: (analysis: Analysis) => readonly BadAction[] = onceFor((analysis) => {
  const places = actionPlacesOf(analysis);
  const used = new Set(places.map(({ text }) => text).filter((text) => analysis.knowledge.iam.hasAction(text)));
  return places.flatMap((place) => judge(place, analysis.knowledge.iam, used));
});

const MOST_SUGGESTIONS = 3;
/** What an action looks like; anything else is a mistake of another kind. */
const SHAPE = /^([A-Za-z0-9-]+):([A-Za-z0-9*?]+)$/;

function judge(place: ActionPlace, iam: IamKnowledge, used: ReadonlySet<string>): readonly BadAction[] {
  const { text } = place;
  const [, service = '', name = ''] = SHAPE.exec(text) ?? [];
  if (service === '' || isPlaceholder(service)) return [];
  if (/[*?]/.test(name)) return judgePattern(place, iam, service, name);
  if (iam.hasAction(text) || iam.isLegacyAction(text)) return [];
  const operation = iam.operation(text);
  if (operation?.kind === 'service') return [{ place, kind: 'service', service, suggestions: operation.actions }];
  if (operation?.kind === 'operation') return [{ place, kind: 'operation', operation }];
  if (operation) return [{ place, kind: 'action', service, suggestions: operation.actions }];
  const suggestions = closestActions(iam, text, MOST_SUGGESTIONS, used);
  return [{ place, kind: iam.service(service) ? 'action' : 'service', service, suggestions }];
}

function judgePattern(place: ActionPlace, iam: IamKnowledge, service: string, name: string): readonly BadAction[] {
  if (iam.isLegacyAction(place.text)) return [];
  if (iam.service(service)) return iam.actionsMatching(place.text).length > 0 ? [] : [{ place, kind: 'pattern' }];
  const suggestions = closestServices(iam, service, MOST_SUGGESTIONS).map((prefix) => `${prefix}:${name}`);
  return [{ place, kind: 'service', service, suggestions }];
}

/** One fix for each suggestion, the likeliest preferred. One that stands in the same list already makes the name superfluous. */
export function renameFixes(place: ActionPlace, suggestions: readonly string[], tree: SyntaxTree): readonly Fix[] {
  return suggestions.map((suggestion, i) => {
    const list = listWith(place, suggestion);
    const title = list ? `Remove ${place.text}: ${suggestion} is in the list already` : `Replace with ${suggestion}`;
    const edit = list ? removeItem(tree, list, place.node) : replaceActionEdit(place, suggestion);
    return { title, preferred: i === 0, edits: [edit] };
  });
}

/** The list that the place stands in, if it has the action too. */
function listWith({ node }: ActionPlace, action: string): SequenceNode | undefined {
  const list = node.parent;
  return list?.kind === 'sequence' && list.items.some((item) => literalText(item)?.toLowerCase() === action.toLowerCase())
    ? list
    : undefined;
}

/** What the statement does with an action that does not exist. */
export function effectOf({ statement, negated, permission }: ActionPlace): string {
  if (permission) return 'this permission cannot be created';
  if (negated) return 'it excepts nothing';
  if (statement?.effect === 'Deny') return 'this statement denies nothing by it';
  return 'this statement grants nothing by it';
}
