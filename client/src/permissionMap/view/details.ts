import type { ShownEdge, ShownMap, ShownNode, ShownPermission } from '../../../../server/src/lsp/permissionMap.ts';
import type { FromPage, PageWords } from '../messages.ts';
import { button, element } from './elements.ts';

/** What the details can ask for. */
export interface Wishes {
  readonly send: (message: FromPage) => void;
  readonly select: (id: string | undefined) => void;
  readonly words: PageWords;
}

const MARKS: Readonly<Record<ShownEdge['verdict'], string>> = { granted: '✓', missing: '✗', denied: '✗', unknown: '?' };

/** What is told beside the drawing: about the node or edge that is selected, else what is not allowed, with the fixes. */
export function detailsOf(map: ShownMap, selected: string | undefined, wishes: Wishes): readonly Node[] {
  const edge = map.edges.find(({ id }) => id === selected);
  if (edge) return aboutEdge(edge, wishes);
  const node = map.nodes.find(({ id }) => id === selected);
  return node ? aboutNode(node, map, wishes) : overview(map, wishes);
}

function aboutEdge(edge: ShownEdge, wishes: Wishes): readonly Node[] {
  return [
    element('h2', {}, edge.sentence),
    ...edge.permissions.map((permission) => aboutPermission(permission, wishes)),
    backToOverview(wishes),
  ];
}

function aboutPermission({ verdict, actions, because, grantedBy, range, fix }: ShownPermission, wishes: Wishes): Node {
  const { words } = wishes;
  const grants = grantedBy.map(({ label, implicit, range: where }) =>
    where
      ? button(label, () => wishes.send({ kind: 'reveal', range: where, enter: false }), { class: 'link' })
      : `${label}${implicit && !label.includes('SAM') ? ' (SAM)' : ''}`,
  );
  return element(
    'section',
    { class: verdict },
    element(
      'p',
      {},
      element('span', { class: 'verdict' }, MARKS[verdict]),
      ' ',
      ...separated(actions.map((text) => element('code', {}, text))),
    ),
    element('p', {}, because),
    ...(grants.length > 0
      ? [element('p', {}, verdict === 'granted' ? words.grantedBy : words.inPartBy, ' ', ...separated(grants))]
      : []),
    element(
      'p',
      { class: 'buttons' },
      button(wishes.words.showInText, () => wishes.send({ kind: 'reveal', range, enter: false })),
      ...(fix === undefined ? [] : [fixButton(fix, range, wishes)]),
    ),
  );
}

function aboutNode({ id, label, detail, range }: ShownNode, { edges }: ShownMap, wishes: Wishes): readonly Node[] {
  const own = edges.filter(({ from, to }) => from === id || to === id);
  return [
    element('h2', {}, label),
    element('p', {}, detail),
    element(
      'p',
      { class: 'buttons' },
      button(wishes.words.showInText, () => wishes.send({ kind: 'reveal', range, enter: false })),
    ),
    element('ul', {}, ...own.map((edge) => edgeItem(edge, wishes))),
    backToOverview(wishes),
  ];
}

function overview(map: ShownMap, wishes: Wishes): readonly Node[] {
  const { words } = wishes;
  const refused = map.edges.filter(({ verdict }) => verdict === 'missing' || verdict === 'denied');
  const heading = refused.length > 0 ? words.notAllowed : words.nothingMissing;
  return [
    element('h2', {}, heading),
    element('ul', {}, ...refused.map((edge) => edgeItem(edge, wishes))),
    element('h2', {}, words.signs),
    element(
      'ul',
      { class: 'signs' },
      ...SIGNS.map((verdict) => element('li', { class: verdict }, sign(verdict), ` ${words[verdict]}`)),
    ),
  ];
}

/** What is denied has the sign of what is missing. */
const SIGNS = ['granted', 'missing', 'unknown'] as const;

function sign(verdict: ShownEdge['verdict']): Node {
  return element('span', { class: 'verdict' }, MARKS[verdict]);
}

/** An edge in a list, with the fixes that it takes. */
function edgeItem({ id, sentence, verdict, permissions }: ShownEdge, wishes: Wishes): Node {
  const fixes = permissions.flatMap(({ fix, range }) => (fix === undefined ? [] : [fixButton(fix, range, wishes)]));
  return element(
    'li',
    { class: verdict },
    sign(verdict),
    ' ',
    button(sentence, () => wishes.select(id), { class: 'link' }),
    ...fixes,
  );
}

function fixButton(title: string, range: ShownPermission['range'], { send, words }: Wishes): Node {
  return button(
    words.fix.replace('{0}', () => title),
    () => send({ kind: 'fix', range, title }),
    { class: 'fix' },
  );
}

function backToOverview({ select, words }: Wishes): Node {
  return element(
    'p',
    {},
    button(words.backToAll, () => select(undefined), { class: 'link' }),
  );
}

function separated(nodes: readonly (Node | string)[]): readonly (Node | string)[] {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [', ', node]));
}
