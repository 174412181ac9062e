const assert = require('node:assert/strict');
const { apply, change, close, diagnosticsOf, hoverAt, only, open, quickFixesAt, rangeOf, ruleOf } = require('./editor.cjs');

/** The two mistakes of `triggers.*`: who may call Worker, and what Worker may call. */
const cases = [
  {
    rule: 'missing-invoke-permission',
    at: /Worker/,
    names: [/Bucket/, /Worker/, /s3\.amazonaws\.com/],
    title: /^Let Bucket invoke Worker$/,
    adds: [/AWS::Lambda::Permission/, /SourceArn/, /SourceAccount/],
  },
  {
    rule: 'missing-execution-permission',
    at: /Queue/,
    names: [/sqs:ReceiveMessage/, /sqs:DeleteMessage/, /sqs:GetQueueAttributes/],
    title: /Worker/,
    adds: [/sqs:ReceiveMessage/, /sqs:DeleteMessage/, /sqs:GetQueueAttributes/],
  },
];

suite('permissions of a function', () => {
  teardown(close);

  test('a hover explains an action at the spot where it stands', async () => {
    const document = await open('invoke.yaml');
    await change(document, 'lambda:Invoke', 'lambda:InvokeFunction');
    const text = await hoverAt(document, rangeOf(document, 'lambda:InvokeFunction').start);
    assert.match(text, /execution role/);
    assert.match(text, /resource-based policy/);
  });

  for (const file of ['triggers.yaml', 'triggers.json']) {
    for (const { rule, at, names, title, adds } of cases) {
      test(`${rule} in ${file} is reported, and its quick fix makes it go`, async () => {
        const document = await open(file);
        const ofRule = (diagnostics) => diagnostics.filter((diagnostic) => ruleOf(diagnostic) === rule);
        // Those of the text as it was before may still be shown for a moment.
        const isCurrent = (diagnostics) => ofRule(diagnostics).some(({ range }) => at.test(document.getText(range)));
        const before = await diagnosticsOf(document, isCurrent);
        const { range, message } = only(ofRule(before));
        for (const name of names) assert.match(message, name);

        const fixes = await quickFixesAt(document, range);
        const fix = only(fixes.filter(({ isPreferred }) => isPreferred));
        assert.match(fix.title, title);
        await apply(fix);
        for (const text of adds) assert.match(document.getText(), text);
        const after = await diagnosticsOf(document, (all) => ofRule(all).length === 0);
        assert.equal(after.length, before.length - 1, 'nothing new appears');
      });
    }
  }
});
