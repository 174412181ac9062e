import { test } from 'vitest';
import { missingTagKey } from '../../../server/src/rules/conditions/missingTagKey.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('which tag is for the author to say', () => {
  checkNoFix(missingTagKey, policyWith(`StringEquals: {aws:RequestTag: a}`, 'sqs:CreateQueue'));
});

test.each(['StringEquals: {"aws:PrincipalTag/team": a}', '"ForAnyValue:StringEquals": {aws:TagKeys: a}'])(
  'nothing for %s',
  (condition) => {
    checkRule(missingTagKey, policyWith(condition));
  },
);
