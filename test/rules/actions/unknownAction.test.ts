import { expect, test } from 'vitest';
import { unknownAction } from '../../../server/src/rules/actions/unknownAction.ts';
import { analysed, testKnowledge } from '../../harness/index.ts';

const { date } = testKnowledge().iam;

const policy = (action: string) => ({ Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });

test.each([
  ['s3:GetObjekt', 'error', 'Did you mean s3:GetObject?'],
  ['s3:Frobnicate', 'warning', 'Look it up.'],
])('%s is told with the day of the data and what to do when it is newer', (action, severity, advice) => {
  const texts = [`Statement: [{Effect: Allow, Action: "${action}", Resource: "*"}]`, JSON.stringify(policy(action))] as const;
  for (const [index, text] of texts.entries()) {
    const findings = unknownAction.check(analysed(text, index === 0 ? 'yaml' : 'json'));
    expect(findings.map((finding) => [finding.severity, finding.message])).toEqual([
      [
        severity,
        `${action} is no action of Amazon S3, so this statement grants nothing by it. ${advice} ` +
          `If it is newer than the data of ${date}, silence this with "lambda-iam-ignore unknown-action".`,
      ],
    ]);
  }
});
