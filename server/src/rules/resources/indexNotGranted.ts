import { defineRule } from '../rule.ts';
import { resourceSpan } from '../support/arnPlaces.ts';
import { addIndexFixes, type IndexedTable, indexedTablesOf } from '../support/indexes.ts';
import { policySubject } from '../support/policyWalk.ts';
import { INDEXED_TABLE, rolePolicy } from '../support/samples.ts';

/** A table with indexes of which the policy names none. */
export const indexNotGranted = defineRule<IndexedTable>({
  id: 'index-not-granted',
  severity: 'information',
  outcome: 'access-denied',
  docs: {
    summary: 'The actions dynamodb:Query and dynamodb:Scan are granted on a table, but not on its indexes.',
    why: 'An index has an ARN of its own below the table’s. A query of an index is denied when only the table is named.',
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
    aka: [],
    bad: [
      rolePolicy(
        INDEXED_TABLE,
        `
        - Effect: Allow
          Action: dynamodb:Query
          Resource: !GetAtt Orders.Arn
                  # ^^^^^^^^^^^^^^^^^^ Orders has indexes
        `,
      ),
    ],
    good: [
      rolePolicy(
        INDEXED_TABLE,
        `
        - Effect: Allow
          Action: dynamodb:Query
          Resource:
            - !GetAtt Orders.Arn
            - !Sub \${Orders.Arn}/index/*
        `,
      ),
    ],
  },

  find: (analysis) => indexedTablesOf(analysis),

  diagnose: (found) => ({
    span: resourceSpan(found),
    message: `${found.table} has indexes, and this policy names none of them: querying one is denied. Where that is meant, add \${${found.table}.Arn}/index/*.`,
    subject: policySubject(found.site),
  }),

  fix: addIndexFixes,
});
