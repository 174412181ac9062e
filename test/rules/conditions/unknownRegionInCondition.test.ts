import { test } from 'vitest';
import { unknownRegionInCondition } from '../../../server/src/rules/conditions/unknownRegionInCondition.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('the Region that was meant', () => {
  checkFix(
    unknownRegionInCondition,
    policyWith(`StringEquals: {aws:RequestedRegion: eu-west1}`),
    policyWith(`StringEquals: {aws:RequestedRegion: eu-west-1}`),
  );
});

test('nothing near', () => {
  checkNoFix(unknownRegionInCondition, policyWith(`StringEquals: {aws:RequestedRegion: Frankfurt}`));
});

test.each([
  'StringEquals: {aws:RequestedRegion: [eu-west-1, us-gov-west-1, cn-north-1]}',
  'StringLike: {aws:RequestedRegion: eu-*}',
  'StringEquals: {aws:RequestedRegion: ap-southeast-9}',
  'StringEquals: {aws:PrincipalTag/region: us-est-1}',
])('nothing for %s', (condition) => {
  checkRule(unknownRegionInCondition, policyWith(condition));
});
