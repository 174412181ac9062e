import { test } from 'vitest';
import { ifExistsOpensAccess } from '../../../server/src/rules/conditions/ifExistsOpensAccess.ts';
import { policyWith, sendPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('without IfExists', () => {
  checkFix(
    ifExistsOpensAccess,
    sendPolicy(
      '"*"',
      `
      Condition:
        ArnLikeIfExists: {aws:SourceArn: "arn:aws:s3:::a"}
      `,
    ),
    sendPolicy(
      '"*"',
      `
      Condition:
        ArnLike: {aws:SourceArn: "arn:aws:s3:::a"}
      `,
    ),
  );
});

test('another condition keeps strangers out', () => {
  checkRule(
    ifExistsOpensAccess,
    sendPolicy(
      '"*"',
      `
      Condition:
        StringEqualsIfExists: {aws:SourceVpce: vpce-0123456789abcdef0}
        StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}
      `,
    ),
  );
});

test.each(['StringEqualsIfExists: {aws:PrincipalOrgID: o-a1b2c3d4e5}'])('nothing for %s', (condition) => {
  checkRule(ifExistsOpensAccess, policyWith(condition));
});
