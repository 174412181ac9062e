import { expect, test } from 'vitest';
import { type Circumstances, findingsFor, type Preferences, resolve } from '../../server/src/configuration/index.ts';
import { isOutdated, levelIn, PROFILES, RULES, RULES_OF_NAMES } from '../../server/src/rules/index.ts';
import { analysed, testKnowledge } from '../harness/index.ts';

const POLICY = `Statement:
  - Effect: Allow
    Action: [s3:GetObjekt, s3:Frobnicate]
    Resource: arn:aws:s3:::orders/*
`;

const JSON_POLICY = JSON.stringify({
  Statement: [{ Effect: 'Allow', Action: ['s3:GetObjekt', 's3:Frobnicate'], Resource: 'arn:aws:s3:::orders/*' }],
});

const found = (preferences: Preferences, circumstances: Circumstances = {}): readonly string[] => {
  const [yaml = [], json] = ([analysed(POLICY), analysed(JSON_POLICY, 'json')] as const).map((analysis) =>
    findingsFor(analysis, resolve(undefined, undefined, preferences), circumstances).map(
      ({ severity, ruleId }) => `${severity} ${ruleId}`,
    ),
  );
  expect(json).toEqual(yaml);
  return yaml;
};

test('recommended is what the rules say', () => {
  expect(found({})).toEqual(['hint missing-version', 'error unknown-action', 'warning unknown-action']);
});

test('strict is a step louder, but not about what is uncertain', () => {
  expect(found({ profile: 'strict' })).toEqual(['information missing-version', 'error unknown-action', 'warning unknown-action']);
});

test('security leaves out what is a matter of style', () => {
  expect(found({ profile: 'security' })).toEqual(['error unknown-action', 'warning unknown-action']);
});

test('what is set for a rule counts, whatever the profile and the age of the data', () => {
  const rules = { 'unknown-action': 'error', 'missing-version': 'off' } as const;
  expect(found({ profile: 'strict', rules }, { today: '2099-01-01' })).toEqual(['error unknown-action', 'error unknown-action']);
});

test('names that old data lacks are warnings that say why', () => {
  const today = '2099-01-01';
  expect(found({}, { today })).toEqual(['hint missing-version', 'warning unknown-action', 'warning unknown-action']);
  const [, slip, unsure] = findingsFor(analysed(POLICY), resolve(undefined), { today });
  const { date } = testKnowledge().iam;
  const reason = ` This is no error because the data about AWS is of ${date}, more than six months old: update Lambda IAM.`;
  expect(slip?.message.endsWith(reason)).toBe(true);
  expect(unsure?.message.endsWith(reason)).toBe(false);
});

test.each([
  ['2026-09-26', '2027-03-26', false],
  ['2026-09-26', '2027-03-27', true],
  ['2026-09-26', '2027-04-01', true],
  ['2026-09-26', '2026-01-01', false],
  ['2026-09-26', '2028-01-01', true],
  ['2026-09-26', 'nonsense', false],
])('data of %s is outdated on %s: %s', (date, today, outdated) => {
  expect(isOutdated(date, today)).toBe(outdated);
});

test('the rules that soften are there, and are errors otherwise', () => {
  const severities = [...RULES_OF_NAMES].map((id) => [id, RULES.find((rule) => rule.id === id)?.severity]);
  expect(severities).toEqual([...RULES_OF_NAMES].map((id) => [id, 'error']));
});

test('the profiles only name what is there, and each changes something but the first', () => {
  const changed = PROFILES.map(({ name }) => RULES.filter((rule) => levelIn(name, rule) !== rule.severity).length);
  expect(changed[0]).toBe(0);
  for (const count of changed.slice(1)) expect(count).toBeGreaterThan(10);
  for (const { rows } of PROFILES) {
    for (const { outcomes, severity } of rows) {
      const fits = RULES.some(
        (rule) => (outcomes?.includes(rule.outcome) ?? true) && (severity ?? rule.severity) === rule.severity,
      );
      expect(fits, JSON.stringify({ outcomes, severity })).toBe(true);
    }
  }
});
