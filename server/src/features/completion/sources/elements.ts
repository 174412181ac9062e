import { STATEMENT_ELEMENTS } from '../../../iam/index.ts';
import type { PolicyKind } from '../../../policies/index.ts';
import { entryOf } from '../../../syntax/index.ts';
import { type Draft, mapping } from '../../../syntax/write/index.ts';
import { hole } from '../holes.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestion } from '../suggestion.ts';
import { neededStatements } from './neededStatements.ts';
import { skeletonsFor, VERSION } from './skeletons.ts';

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const versions: Source<'version'> = () => ({
  items: [value(VERSION, 'the current policy language'), value('2008-10-17', 'the former one: without policy variables')],
});

export const effects: Source<'effect'> = () => ({
  items: [value('Allow', 'grants, unless something denies it'), value('Deny', 'overrides every Allow')],
});

function value(text: string, detail: string): Suggestion {
  return { label: text, kind: 'value', detail, insert: { text } };
}

/** The elements of a document that it does not have yet. */
export const documentKeys: Source<'document-key'> = (_, { site, word }) => {
  const [usual] = skeletonsFor(site?.kind ?? 'unknown');
  const keys: readonly Suggestion[] = [
    key('Version', 'the version of the policy language', VERSION),
    key('Statement', 'what is allowed or denied', [usual.value]),
    key('Id', 'a name for the policy', hole()),
  ];
  return { items: keys.filter(({ label }) => !hasOther(site?.document.node, label, word.node)) };
};

function key(name: string, detail: string, draft: Draft): Suggestion {
  return { label: name, kind: 'key', detail, insert: { key: name, value: draft } };
}

/** The elements that the statement does not have yet. */
export const statementKeys: Source<'statement-key'> = (_, { site, statement, word }) => ({
  items: elementsFor(site?.kind ?? 'unknown')
    .filter((name) => ![name, counterpart(name)].some((each) => hasOther(statement?.node, each, word.node)))
    .map(elementSuggestion),
});

function hasOther(node: Parameters<typeof entryOf>[0], name: string, word: Scene['word']['node']): boolean {
  const entry = entryOf(node, name);
  return entry !== undefined && entry.key !== word;
}

/** `NotAction` for `Action`, and the reverse: a statement has only one of them. */
function counterpart(name: string): string {
  return name.startsWith('Not') ? name.slice(3) : `Not${name}`;
}

/** Whole statements, where one may be added, what functions lack in front; in a list also the first element of one. */
export const statements: Source<'statement'> = (_, scene) => {
  const { site, word } = scene;
  const kind = site?.kind ?? 'unknown';
  const inList = word.node.parent?.kind === 'sequence';
  return {
    items: [
      ...[...(kind === 'identity' ? neededStatements(scene) : []), ...skeletonsFor(kind)].map(
        ({ label, detail, value: draft }): Suggestion => ({
          label,
          kind: 'skeleton',
          detail,
          insert: { value: inList ? draft : [draft] },
        }),
      ),
      ...(inList ? elementsFor(kind).map(elementSuggestion) : []),
    ],
  };
};

/** A whole policy where none is yet, or its first element. */
export const documents: Source<'document'> = ({ policy }) => {
  const [usual] = skeletonsFor(policy);
  return {
    items: [
      {
        label: 'Policy',
        kind: 'skeleton',
        detail: 'a policy with one statement',
        insert: { value: mapping({ Version: VERSION, Statement: [usual.value] }) },
      },
      key('Version', 'the version of the policy language', VERSION),
      key('Statement', 'what is allowed or denied', [usual.value]),
    ],
  };
};

/** In the order in which they are usually written; what few statements have comes last. */
const ORDER = ['Effect', 'Principal', 'Action', 'Resource', 'Condition', 'Sid'];

/**
 * Only policies on a resource name a principal, and a trust policy is about its role, so it names no resource. What a file is for may
 * not be known while it is half-typed: most are for identities.
 */
function elementsFor(kind: PolicyKind): readonly string[] {
  const names = [...ORDER, ...STATEMENT_ELEMENTS.filter((name) => !ORDER.includes(name))];
  const others = names.filter((name) => !name.endsWith('Principal'));
  if (kind === 'trust') return names.filter((name) => !name.endsWith('Resource'));
  if (kind === 'resource' || kind === 'resource-control') return names;
  return kind === 'unknown' ? [...others, 'Principal', 'NotPrincipal'] : others;
}

interface Element {
  readonly detail: string;
  readonly draft: Draft;
}

const ELEMENTS: Readonly<Record<string, Element>> = {
  Sid: { detail: 'a name for the statement', draft: hole() },
  Effect: { detail: 'Allow or Deny', draft: hole('Allow') },
  Principal: { detail: 'who', draft: mapping({ Service: hole() }) },
  NotPrincipal: { detail: 'everybody but', draft: mapping({ AWS: hole() }) },
  Action: { detail: 'what may be done', draft: [hole()] },
  NotAction: { detail: 'everything but', draft: [hole()] },
  Resource: { detail: 'to what', draft: hole() },
  NotResource: { detail: 'to everything but', draft: hole() },
  Condition: {
    detail: 'only if',
    draft: { entries: [[hole('StringEquals'), { entries: [[hole('key'), hole('value')]] }]] },
  },
};

function elementSuggestion(name: string): Suggestion {
  const { detail, draft } = ELEMENTS[name] ?? { detail: '', draft: hole() };
  return key(name, detail, draft);
}
