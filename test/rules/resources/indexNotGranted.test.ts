import { test } from 'vitest';
import { indexNotGranted } from '../../../server/src/rules/resources/indexNotGranted.ts';
import { INDEXED_TABLE, rolePolicy, TABLE } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('the indexes', () => {
  checkFix(
    indexNotGranted,
    rolePolicy(
      INDEXED_TABLE,
      `
      - Effect: Allow
        Action: dynamodb:Query
        Resource: !GetAtt Orders.Arn
      `,
    ),
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
    { title: 'Add the indexes of Orders' },
  );
});

test('other actions, tables without indexes, indexes named elsewhere', () => {
  checkRule(
    indexNotGranted,
    rolePolicy(
      INDEXED_TABLE,
      `
      - Effect: Allow
        Action: dynamodb:GetItem
        Resource: !GetAtt Orders.Arn
      `,
    ),
  );
  checkRule(
    indexNotGranted,
    rolePolicy(
      TABLE,
      `
      - Effect: Allow
        Action: dynamodb:Query
        Resource: !GetAtt Orders.Arn
      `,
    ),
  );
  checkRule(
    indexNotGranted,
    rolePolicy(
      INDEXED_TABLE,
      `
      - Effect: Allow
        Action: dynamodb:Query
        Resource: [!GetAtt Orders.Arn, !Sub "\${Orders.Arn}/*"]
      `,
    ),
  );
});
