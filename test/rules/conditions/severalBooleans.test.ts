import { test } from 'vitest';
import { severalBooleans } from '../../../server/src/rules/conditions/severalBooleans.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('which one is for the author to say', () => {
  checkNoFix(severalBooleans, policyWith(`Bool: {aws:SecureTransport: [true, false]}`));
});

test.each(['Bool: {aws:SecureTransport: [true]}', '"ForAnyValue:Bool": {aws:SecureTransport: [true, false]}'])(
  'nothing for %s',
  (condition) => {
    checkRule(severalBooleans, policyWith(condition));
  },
);
