import { test } from 'vitest';
import { privateSourceIp } from '../../../server/src/rules/conditions/privateSourceIp.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('which range is for the author to say', () => {
  checkNoFix(privateSourceIp, policyWith(`NotIpAddress: {aws:SourceIp: ["10.1.2.3", "192.168.0.0/16"]}`));
});

test('one of several is a hint', () => {
  checkRule(
    privateSourceIp,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: "*"
        Condition:
          IpAddress:
            aws:SourceIp: [203.0.113.0/24, fd00::/8]
            #                              ^^^^^^^^ hint: fd00::/8 is private
    `,
  );
});

test.each(['IpAddress: {aws:VpcSourceIp: 10.0.0.0/8}', 'IpAddress: {aws:SourceIp: [0.0.0.0/0, 172.32.0.0/16, "2001:db8::/32"]}'])(
  'nothing for %s',
  (condition) => {
    checkRule(privateSourceIp, policyWith(condition));
  },
);
