const assert = require('node:assert/strict');
const { apply, close, diagnosticsOf, open, quickFixesAt, ruleOf } = require('./editor.cjs');

/** The planted mistakes of each sample: how often each rule reports one. */
const mistakes = {
  'samples/orders/template.yaml': {
    'api-operation-as-action': 2,
    'missing-execution-permission': 1,
    'missing-invoke-permission': 3,
    'unknown-action': 1,
  },
  'samples/streams/template.json': { 'missing-execution-permission': 2, 'missing-invoke-permission': 1 },
  'samples/policies/reader.json': { 'api-operation-as-action': 2 },
  'samples/policies/without-version.json': { 'api-operation-as-action': 1, 'missing-version': 1 },
};

suite('the samples', () => {
  teardown(close);

  for (const [file, expected] of Object.entries(mistakes)) {
    test(`every planted mistake of ${file} is marked, and the quick fixes leave none`, async () => {
      const document = await open(file);
      const diagnostics = await diagnosticsOf(document, (all) => all.length >= sum(Object.values(expected)));
      assert.deepEqual(countByRule(diagnostics), expected);
      for (let left = diagnostics.length; left > 0; left--) await fixFirst(document, left);
      assert.deepEqual(await diagnosticsOf(document, (all) => all.length === 0), []);
    });
  }
});

/** Applies the preferred quick fix of the first of `left` problems, and waits until there is one less. */
async function fixFirst(document, left) {
  const [first] = await diagnosticsOf(document, (all) => all.length === left);
  const fixes = await quickFixesAt(document, first.range, (all) => all.some(isPreferred));
  await apply(fixes.find(isPreferred));
  await diagnosticsOf(document, (all) => all.length < left);
}

function isPreferred(fix) {
  return fix.isPreferred;
}

function countByRule(diagnostics) {
  const counts = {};
  for (const rule of diagnostics.map(ruleOf).sort()) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

function sum(numbers) {
  return numbers.reduce((left, right) => left + right, 0);
}
