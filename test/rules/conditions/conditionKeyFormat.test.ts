import { test } from 'vitest';
import { conditionKeyFormat } from '../../../server/src/rules/conditions/conditionKeyFormat.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('a key of all services', () => {
  checkFix(
    conditionKeyFormat,
    policyWith(`StringEquals: {PrincipalAccount: "123456789012"}`),
    policyWith(`StringEquals: {aws:PrincipalAccount: "123456789012"}`),
  );
});

test('a key of the statement’s service', () => {
  checkFix(
    conditionKeyFormat,
    policyWith(`StringLike: {prefix: home/*}`, 's3:ListBucket'),
    policyWith(`StringLike: {s3:prefix: home/*}`, 's3:ListBucket'),
  );
});

test('a key of nobody', () => {
  checkNoFix(conditionKeyFormat, policyWith(`StringEquals: {colour: red}`));
});

test.each(['StringEquals: {"token.actions.githubusercontent.com:sub": a}', 'StringEquals: {"SAML:aud": a}'])(
  'nothing for %s',
  (condition) => {
    checkRule(conditionKeyFormat, policyWith(condition));
  },
);
