import { type ListItem, readList, type ValueReader } from '../symbolic/index.ts';
import { child, entryOf, itemsOf, literalText, type MappingNode, type SyntaxNode } from '../syntax/index.ts';
import type { PolicyDocument, Statement } from './policy.ts';
import { presentEntry, readClause, readConditions, readPrincipals, readText } from './readElements.ts';

/** The elements of a policy document. Names are compared exactly. */
const DOCUMENT_ELEMENTS = new Set(['Version', 'Id', 'Statement']);

/** The elements of a statement. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const STATEMENT_ELEMENTS: readonly string[] = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** Of these at least one is in every statement, and none means anything by itself outside of IAM. */
const TELLING_ELEMENTS = STATEMENT_ELEMENTS.filter((name) => name !== 'Sid' && name !== 'Condition');

const VERSIONS = new Set(['2012-10-17', '2008-10-17']);

/**
 * The policy that a mapping writes down. Whatever is missing, misspelt or only known at deployment leaves the document
 * incomplete instead of failing: `AWS::NoValue` and `Fn::If` are looked through at every level, single values stand for lists.
 */
export function readPolicyDocument(node: MappingNode, reader: ValueReader): PolicyDocument {
  const statement = presentEntry(node, 'Statement', reader);
  const { statements, complete } = readStatements(statement?.value, reader);
  return {
    version: readText(node, 'Version', reader),
    statements,
    complete: complete && node.entries.every(({ key }) => DOCUMENT_ELEMENTS.has(key.text)),
    node,
    span: node.span,
  };
}

export interface StatementsReading {
  readonly statements: readonly Statement[];
  /** False when there may be statements, or parts of them, that cannot be seen. */
  readonly complete: boolean;
}

/** The statements of a list, or a single one in its place, as the value of `Statement` has them. */
export function readStatements(node: SyntaxNode | undefined, reader: ValueReader): StatementsReading {
  const list = readList(node, reader);
  const mappings = list.items.flatMap((item) =>
    item.node.kind === 'mapping' && !reader.isOpaque(item.node) ? [{ node: item.node, guard: item.guard }] : [],
  );
  return {
    statements: mappings.map((item) => readStatement(item, reader)),
    complete:
      node !== undefined &&
      list.complete &&
      mappings.length === list.items.length &&
      mappings.every((item) => hasOnlyElements(item.node)),
  };
}

function hasOnlyElements(statement: MappingNode): boolean {
  return statement.entries.every(({ key }) => STATEMENT_ELEMENTS.includes(key.text));
}

function readStatement({ node, guard }: ListItem & { readonly node: MappingNode }, reader: ValueReader): Statement {
  const { conditions, complete } = readConditions(node, reader);
  return {
    sid: readText(node, 'Sid', reader),
    effect: readEffect(node, reader),
    principals: readPrincipals(node, reader),
    actions: readClause(node, 'Action', reader),
    resources: readClause(node, 'Resource', reader),
    conditions,
    conditionsComplete: complete && hasOnlyElements(node),
    guard,
    node,
    span: node.span,
  };
}

/** Letter case counts. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html */
function readEffect(statement: MappingNode, reader: ValueReader): Statement['effect'] {
  const value = child(statement, 'Effect');
  const texts = new Set(value ? reader.branches(value).map((branch) => literalText(branch.node)) : []);
  const [only] = texts;
  return texts.size === 1 && (only === 'Allow' || only === 'Deny') ? only : 'unknown';
}

/**
 * Whether a node says of itself that it is a policy: an object with a `Statement` of which at least one has an element that only
 * policies have, or with a `Statement` and a `Version` of the policy language.
 */
export function isPolicyDocument(node: SyntaxNode | undefined): boolean {
  const statement = entryOf(node, 'Statement');
  if (!statement) return false;
  return VERSIONS.has(literalText(child(node, 'Version')) ?? '') || itemsOf(statement.value).some(isTelling);
}

function isTelling(statement: SyntaxNode): boolean {
  return TELLING_ELEMENTS.some((name) => entryOf(statement, name) !== undefined);
}
