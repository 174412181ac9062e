import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SyntaxNode, SyntaxTree } from '../../../server/src/syntax/index.ts';
import { toDraft } from '../../../server/src/syntax/write/convert.ts';
import { isCall, isList, isMapping } from '../../../server/src/syntax/write/draft.ts';
import {
  addEntry,
  addItem,
  addToList,
  type Draft,
  type DraftMapping,
  getAtt,
  join,
  mapping,
  ref,
  removeEntry,
  removeItem,
  renderDocument,
  replaceText,
  replaceValue,
  sub,
} from '../../../server/src/syntax/write/index.ts';
import { applyEdits, type TextEdit } from '../../../server/src/text/edit.ts';
import type { LanguageId } from '../../../server/src/text/sourceText.ts';
import { DOCUMENTS } from './documents.ts';
import { contentOf, edited, mappingAt, problemsOf, treeOf } from './support.ts';

/** Texts that are something else without quotes, and any others. */
const texts = fc.oneof(
  fc.constantFrom(
    ...['*', 'yes', 'No', 'on', '12345', '012345678901', '2012-10-17', '1e3', '0x1F', '12:30:45', '.5', '~', 'null', 'true'],
    ...['!Ref', '&a', '', ' a', 'a ', 'a: b', 'a #b', '#a', '- a', '-', '?', ':', 'a:', '<<', '=', '{a}', '[a', 'a, b', "it's"],
    ...[
      '"',
      '%a',
      '@a',
      '`a`',
      '|',
      '>',
      '---',
      '...',
      'a\nb',
      '\ta',
      'a\\b',
      '\u2028',
      '\uFEFF',
      '\u0000',
      '\ud800',
      '😀',
      '1_000',
    ],
    ...[
      'arn:aws:s3:::b/*',
      '${A.Arn}/*',
      's3:Get*',
      'AWS::SQS::Queue',
      'http://x/#y',
      '.inf',
      '-.NaN',
      '0o17',
      '+1',
      '5.',
      '1,2',
    ],
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'a1 :#-?,[]{}&*!|>\'"%@`\\\n.'.split('')) }),
);
const names = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,8}$/);
const keys = texts.filter((text) => !/^(?:Ref$|Fn::)/.test(text));
const calls = fc.oneof(
  names.map(ref),
  fc.tuple(names, names).map(([logicalId, attribute]) => getAtt(logicalId, attribute)),
  texts.map(sub),
  fc.array(texts, { maxLength: 3 }).map((pieces) => join('', pieces)),
);
const { drafts } = fc.letrec<{ drafts: Draft }>((tie) => ({
  drafts: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    texts,
    fc.integer(),
    fc.boolean(),
    calls,
    fc.array(tie('drafts'), { maxLength: 3 }),
    fc
      .uniqueArray(fc.tuple(keys, tie('drafts')), { maxLength: 3, selector: ([key]) => key })
      .map((entries): Draft => ({ entries: entries.map(([key, value]) => [key, value] as const) })),
  ),
}));

test('a written value comes back as itself, in both languages', () => {
  fc.assert(
    fc.property(drafts, fc.constantFrom<LanguageId>('yaml', 'json'), (draft, language) => {
      const text = renderDocument(treeOf(renderedAsJson(draft), 'json'), language);
      expect(problemsOf(text, language)).toEqual([]);
      expect(contentOf(text, language)).toEqual({ entries: [['Value', draft]] });
    }),
  );
});

/** JSON.stringify makes lone surrogates and the like safe, so nothing of this project is needed to write the first text. */
function renderedAsJson(draft: Draft): string {
  return `{"Value": ${asJson(draft)}}`;
}

function asJson(draft: Draft): string {
  if (isCall(draft)) return asJson({ entries: [[draft.call === 'Ref' ? 'Ref' : `Fn::${draft.call}`, draft.argument]] });
  if (isMapping(draft)) return `{${draft.entries.map(([key, value]) => `${JSON.stringify(key)}: ${asJson(value)}`).join(', ')}}`;
  return isList(draft) ? `[${draft.map(asJson).join(', ')}]` : JSON.stringify(draft);
}

test.each(DOCUMENTS)('an added value is added, and nothing else changes: %s', (_, text, language) => {
  for (const { path } of collectionsOf(treeOf(text, language))) {
    fc.assert(
      fc.property(drafts, (draft) => {
        const edit = (tree: SyntaxTree): TextEdit => {
          const target = at(tree, path);
          return target.kind === 'mapping' ? addEntry(tree, target, 'NewKey', draft) : addItem(tree, sequence(target), draft);
        };
        const after = edited(text, edit, language);
        const expected = changed(text, language, path, (content) => withMember(content, draft, 'NewKey'));
        expect(problemsOf(after, language), after).toEqual(problemsOf(text, language));
        expect(contentOf(after, language), after).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  }
});

test.each(DOCUMENTS)('a replaced value is replaced, and nothing else changes: %s', (_, text, language) => {
  for (const { path } of valuesOf(treeOf(text, language))) {
    fc.assert(
      fc.property(drafts, (draft) => {
        const after = edited(text, (tree) => replaceValue(tree, at(tree, path), draft), language);
        expect(contentOf(after, language), after).toEqual(changed(text, language, path, () => draft));
      }),
      { numRuns: 5 },
    );
  }
});

test.each(DOCUMENTS)('a single value and an item make a list of both: %s', (_, text, language) => {
  for (const { node, path } of collectionsOf(treeOf(text, language))) {
    for (const entry of node.kind === 'mapping' ? node.entries : []) {
      if (!entry.value || entry.value.kind === 'sequence') continue;
      const after = edited(
        text,
        (tree) => addToList(tree, mappingAt(tree, path.join('.')), entry.key.text, ref('New')),
        language,
      );
      const both = changed(text, language, [...path, entry.key.text], (content) => [content, ref('New')]);
      expect(contentOf(after, language), after).toEqual(both);
    }
  }
});

test.each(DOCUMENTS)('a removed member is gone, and nothing else changes: %s', (_, text, language) => {
  for (const { node, path } of collectionsOf(treeOf(text, language))) {
    const size = node.kind === 'mapping' ? node.entries.length : sequence(node).items.length;
    for (let i = 0; i < size; i++) {
      const after = edited(text, (tree) => removal(tree, path, i), language);
      expect(problemsOf(after, language), after).toEqual(problemsOf(text, language));
      expect(contentOf(after, language), after).toEqual(changed(text, language, path, (content) => withoutMember(content, i)));
    }
  }
});

test.each(DOCUMENTS)('a replaced piece of text is replaced, and nothing else changes: %s', (_, text, language) => {
  const scalars = valuesOf(treeOf(text, language)).filter(({ node }) => node.kind === 'scalar' && typeof node.value === 'string');
  for (const { path } of scalars) {
    fc.assert(
      fc.property(texts, fc.nat(10), fc.nat(10), (piece, from, length) => {
        const tree = treeOf(text, language);
        const node = at(tree, path);
        if (node.kind !== 'scalar') throw new Error('No scalar');
        const start = Math.min(from, node.text.length);
        const end = Math.min(start + length, node.text.length);
        const after = applyEdits(text, [replaceText(node, start, end, piece)]);
        const written = at(treeOf(after, language), path);
        expect(written.kind === 'scalar' && written.text, after).toBe(node.text.slice(0, start) + piece + node.text.slice(end));
      }),
      { numRuns: 20 },
    );
  }
});

interface Place {
  readonly node: SyntaxNode;
  readonly path: readonly string[];
}

function placesOf(node: SyntaxNode | undefined, path: readonly string[]): readonly Place[] {
  if (!node) return [];
  const inside =
    node.kind === 'scalar'
      ? []
      : node.kind === 'sequence'
        ? node.items.flatMap((item, i) => placesOf(item, [...path, String(i)]))
        : node.entries.flatMap(({ key, value }) => placesOf(value, [...path, key.text]));
  return [{ node, path }, ...inside];
}

const isCollection = ({ node }: Place): boolean => node.kind !== 'scalar' && !isCallOf(node);

/** What `toDraft` shows as a call has no members of its own. */
function isCallOf(node: SyntaxNode | undefined): boolean {
  for (let outer = node; outer; outer = outer.parent) {
    if (isCall(toDraft(outer))) return true;
  }
  return false;
}

function collectionsOf(tree: SyntaxTree): readonly Place[] {
  return placesOf(tree.root, []).filter(isCollection);
}

function valuesOf(tree: SyntaxTree): readonly Place[] {
  return placesOf(tree.root, []).filter(({ node }) => node.parent !== undefined && !isCallOf(node.parent));
}

function at(tree: SyntaxTree, path: readonly string[]): SyntaxNode {
  const found = placesOf(tree.root, []).find((place) => place.path.join('\n') === path.join('\n'));
  if (!found) throw new Error(`Nothing at ${path.join('.')}`);
  return found.node;
}

function sequence(node: SyntaxNode) {
  if (node.kind !== 'sequence') throw new Error('No list');
  return node;
}

function removal(tree: SyntaxTree, path: readonly string[], index: number): TextEdit {
  const node = at(tree, path);
  const entry = node.kind === 'mapping' ? node.entries[index] : undefined;
  if (node.kind === 'mapping' && entry) return removeEntry(tree, node, entry);
  const item = sequence(node).items[index];
  if (!item) throw new Error('No item');
  return removeItem(tree, sequence(node), item);
}

/** The content of the text, changed at one place. */
function changed(text: string, language: LanguageId, path: readonly string[], change: (content: Draft) => Draft): Draft {
  return changedAt(contentOf(text, language), path, change);
}

function changedAt(content: Draft, [step, ...rest]: readonly string[], change: (content: Draft) => Draft): Draft {
  if (step === undefined) return change(content);
  if (isList(content)) return content.map((item, i) => (String(i) === step ? changedAt(item, rest, change) : item));
  return {
    entries: entriesOf(content).map(([key, value]) => [key, key === step ? changedAt(value, rest, change) : value] as const),
  };
}

function withMember(content: Draft, draft: Draft, key: string): Draft {
  return isList(content) ? [...content, draft] : { entries: [...entriesOf(content), [key, draft] as const] };
}

function withoutMember(content: Draft, index: number): Draft {
  if (isList(content)) return content.filter((_, i) => i !== index);
  return { entries: entriesOf(content).filter((_, i) => i !== index) };
}

function entriesOf(content: Draft): DraftMapping['entries'] {
  if (!isMapping(content)) throw new Error('No mapping');
  return content.entries;
}

test('drafts are made by helpers', () => {
  const entries = [
    ['A', 1],
    ['C', { call: 'Sub', argument: 'x' }],
  ];
  expect(mapping({ A: 1, B: undefined, C: sub('x') })).toEqual({ entries });
});
