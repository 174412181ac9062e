import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SECTION, SETTING_DEFINITIONS, settingsFrom } from '../../server/src/lsp/settings.ts';
import { declaredSettings } from '../harness/manifest.ts';

test('package.json declares exactly these settings', () => {
  const declared = Object.fromEntries(
    Object.entries(SETTING_DEFINITIONS).map(([name, definition]) => [`${SECTION}.${name}`, definition]),
  );
  expect(declaredSettings).toEqual(declared);
});

test.each([[undefined], [null], ['yes'], [[]], [{}], [{ enable: 'no', rules: ['x'] }]])(
  '%j is as if nothing were set',
  (section) => {
    expect(settingsFrom(section)).toEqual(DEFAULT_SETTINGS);
  },
);

test('what is right is taken, what is wrong beside it is left', () => {
  const section = { enable: false, profile: 'strict', rules: { a: 'off', b: 'error', c: 'fatal', d: 1 }, other: 1 };
  expect(settingsFrom(section)).toEqual({
    enable: false,
    profile: 'strict',
    rules: { a: 'off', b: 'error' },
    codeLens: true,
    inlayHints: true,
    workspace: true,
  });
});

test('lenses and hints can be switched off', () => {
  const { codeLens, inlayHints } = settingsFrom({ codeLens: { enable: false }, inlayHints: { enable: false } });
  expect([codeLens, inlayHints]).toEqual([false, false]);
  expect(settingsFrom({ codeLens: false, inlayHints: { enable: 'no' } })).toEqual(DEFAULT_SETTINGS);
});

test.each(['project', 'loud', 1, undefined])('the profile %j leaves it to the project', (profile) => {
  expect(settingsFrom({ profile }).profile).toBeUndefined();
});
