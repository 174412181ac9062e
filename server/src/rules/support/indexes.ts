import type { Analysis } from '../../analysis/index.ts';
import { arnOf, canonical, draftOf, propertyAt, type Resource, type Template, written } from '../../cloudformation/index.ts';
import { coversArn, matchesAction, type Statement } from '../../iam/index.ts';
import { documentFact, fact, sameItems } from '../../incremental/facts.ts';
import { concat, isSame, type SymbolicString } from '../../symbolic/index.ts';
import { addToList } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import { type PlacedResource, resourcesOf } from './arnPlaces.ts';

/** A table that a statement lets be queried, without the indexes it has. */
export interface IndexedTable extends PlacedResource {
  /** The table's logical id. */
  readonly table: string;
  /** The ARN of all its indexes. */
  readonly indexes: SymbolicString;
}

/** Every table with indexes that a policy lets be queried, where no statement of the policy may be about an index. */
export function indexedTablesOf(analysis: Analysis): readonly IndexedTable[] {
  const { template } = analysis;
  const tables = template ? tablesWithIndexes(template) : [];
  if (!template || tables.length === 0) return [];
  return [...resourcesOf(analysis)].flatMap((placed) => {
    if (placed.site.kind !== 'identity' || !queries(placed.statement)) return [];
    const own = canonical(placed.value.value, template);
    const table = tables.find(({ arn }) => isSame(arn, own));
    if (!table || placed.site.document.statements.some((statement) => mayName(statement, table.indexes, template))) return [];
    return [{ ...placed, table: table.id, indexes: table.indexes }];
  });
}

interface Table {
  readonly id: string;
  readonly arn: SymbolicString;
  readonly indexes: SymbolicString;
}

const TABLES: ReadonlySet<string> = new Set(['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable']);

const tablesWithIndexes = documentFact(
  (template: Template) => template.ofTypes(TABLES).flatMap((resource) => tableAt(template, resource) ?? []),
  sameItems,
);

const tableAt = fact((template: Template, resource: Resource): Table | undefined => {
  const hasIndexes = ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'].some((name) => propertyAt(template, resource, name));
  const arn = hasIndexes ? arnOf(resource, template) : undefined;
  return arn && { id: resource.logicalId, arn, indexes: concat([arn, '/index/*']) };
});

function queries({ effect, actions }: Statement): boolean {
  if (effect !== 'Allow' || !actions || actions.negated) return false;
  return ['dynamodb:Query', 'dynamodb:Scan'].some((action) => matchesAction(actions, action) === 'yes');
}

function mayName({ resources }: Statement, indexes: SymbolicString, template: Template): boolean {
  if (!resources) return false;
  return (
    resources.negated ||
    !resources.complete ||
    resources.values.some(({ value }) => {
      const own = canonical(value, template);
      return coversArn(own, indexes) !== 'no' || coversArn(indexes, own) !== 'no';
    })
  );
}

/** Adds the indexes to the statement's resources. */
export function addIndexFixes({ statement, table, indexes }: IndexedTable, { template, tree }: Analysis): readonly Fix[] {
  const draft = template && draftOf(written(indexes, template));
  if (draft === undefined) return [];
  const title = `Add the indexes of ${table}`;
  return [{ title, preferred: false, edits: [addToList(tree, statement.node, 'Resource', draft)] }];
}
