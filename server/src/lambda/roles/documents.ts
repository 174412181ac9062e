import { branchesOf, intrinsicOf, type Scope, type Template, templateReader } from '../../cloudformation/index.ts';
import { type PolicyDocument, readPolicyDocument, readStatements, type Statement } from '../../iam/index.ts';
import type { JsonObject, JsonValue } from '../../iam/knowledge/index.ts';
import { type Guard, literalReader } from '../../symbolic/index.ts';
import { parse, type SyntaxNode, sourceText } from '../../syntax/index.ts';
import type { Grant, GrantSource } from '../model.ts';
import { type RoleContents, together, UNSEEN, under } from './contents.ts';

/** Where grants come from, as `explain` names it. */
export interface Provenance {
  readonly source: GrantSource;
  readonly label: string;
}

/** The grants of a policy document in the template. */
export function documentContents(node: SyntaxNode | undefined, provenance: Provenance, template: Template): RoleContents {
  if (!node) return UNSEEN;
  return together(
    branchesOf(node).flatMap((branch) => {
      if (!branch.node) return [];
      if (branch.node.kind !== 'mapping' || intrinsicOf(branch.node)) return [UNSEEN];
      const document = readPolicyDocument(branch.node, templateReader({ template }));
      return [under(branch.guard, ofDocument(document, provenance))];
    }),
  );
}

function ofDocument({ statements, complete }: PolicyDocument, provenance: Provenance): RoleContents {
  return { grants: grantsOf(statements, provenance), managedPolicies: [], complete };
}

export function grantsOf(statements: readonly Statement[], { source, label }: Provenance, guard: Guard = []): readonly Grant[] {
  return statements.map((statement) => ({ statement, source, label, guard }));
}

/** The trees of texts that are not the author's, by the value that they are made of. */
const trees = new WeakMap<object, SyntaxNode>();

function treeOf(value: JsonValue & object): SyntaxNode | undefined {
  const before = trees.get(value);
  if (before) return before;
  const { root } = parse(sourceText('', JSON.stringify(value), 0, 'json')).value;
  if (root) trees.set(value, root);
  return root;
}

const published = new WeakMap<JsonObject, PolicyDocument>();

/** The grants of a document that AWS publishes. */
export function publishedContents(document: JsonObject, provenance: Provenance): RoleContents {
  const before = published.get(document);
  if (before) return ofDocument(before, provenance);
  const node = treeOf(document);
  if (node?.kind !== 'mapping') return UNSEEN;
  const read = readPolicyDocument(node, literalReader);
  published.set(document, read);
  return ofDocument(read, provenance);
}

/** Statements in CloudFormation's notation, whose references mean what the scope binds them to. */
export function boundStatements(statements: readonly JsonObject[], scope: Scope): readonly Statement[] {
  return readStatements(treeOf(statements), templateReader(scope)).statements;
}
