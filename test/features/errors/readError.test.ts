import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERROR_FORMS } from '../../../server/src/features/errors/forms/index.ts';
import { type PastedError, type Reason, readError } from '../../../server/src/features/errors/index.ts';
import { CALLER, MESSAGES, REFUSED } from './messages.ts';

function contentOf(error: PastedError | undefined): Readonly<Record<string, unknown>> {
  const { form, ...said } = error ?? {};
  return { form: form?.id, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}

test.each(MESSAGES)('%s', (form, text, reading) => {
  expect(contentOf(readError(text))).toEqual({ form, ...reading });
});

test('each row of the table has a message here and a public source of its wording', () => {
  expect(new Set(MESSAGES.map(([form]) => form))).toEqual(new Set(ERROR_FORMS.map(({ id }) => id)));
  expect(ERROR_FORMS.length).toBeGreaterThanOrEqual(25);
  for (const { id, source, advice } of ERROR_FORMS) {
    expect(source, id).toMatch(/^https:\/\/(?:docs\.aws\.amazon\.com|repost\.aws|github\.com)\//);
    expect(advice, id).toMatch(/\.$/);
  }
});

/** Ways in which the same message reaches people. */
const WRAPPINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['a JSON string', (text) => JSON.stringify({ errorType: 'AccessDeniedException', errorMessage: text, trace: ['at x'] })],
  ['JSON inside JSON', (text) => JSON.stringify({ Cause: JSON.stringify({ errorMessage: text }) })],
  ['a log line', (text) => `2026-11-24T10:11:12.131Z\t8f1c\tERROR\tInvoke Error \t${JSON.stringify({ errorMessage: text })}`],
  ['a stack trace', (text) => `AccessDeniedException: ${text}\n    at de_Error (/var/task/node_modules/x.js:1:2)\n    at next`],
  ['lines of a terminal', (text) => text.replaceAll(' ', '\n  ')],
  ['a quotation', (text) => text.replace(/.{60,80}? /g, '$&\n> ')],
  ['an event of CloudFormation', (text) => `Resource handler returned message: "${text} (Service: DynamoDb, Status Code: 400)"`],
  ['colours', (text) => `\u001b[31m${text}\u001b[0m`],
  ['HTML', (text) => `&quot;${text}&quot;`],
  ['a broken ARN', (text) => text.replace('table/', 'table/\n')],
];

test.each(WRAPPINGS)('the same message in %s', (_name, wrap) => {
  expect(contentOf(readError(wrap(REFUSED)))).toEqual(contentOf(readError(REFUSED)));
});

const PHRASES: readonly (readonly [string, Reason['policy'], boolean])[] = [
  ['with an explicit deny in an identity-based policy', 'identity-based policy', true],
  ['because no resource-based policy allows the s3:GetObject action', 'resource-based policy', false],
  ['with an explicit deny in a resource-based policy', 'resource-based policy', true],
  ['because no permissions boundary allows the s3:GetObject action', 'permissions boundary', false],
  ['with an explicit deny in a permissions boundary', 'permissions boundary', true],
  ['because no session policy allows the s3:GetObject action', 'session policy', false],
  ['with an explicit deny in a sessions policy', 'session policy', true],
  ['because no service control policy allows the s3:GetObject action', 'service control policy', false],
  ['with an explicit deny in a resource control policy', 'resource control policy', true],
  ['because no VPC endpoint policy allows the s3:GetObject action', 'VPC endpoint policy', false],
  ['with an explicit deny in the role trust policy', 'role trust policy', true],
];

test.each(PHRASES)('%s', (phrase, policy, denied) => {
  const error = readError(
    `User: ${CALLER.text} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/a file" ${phrase}`,
  );
  expect(error?.reason).toEqual({ policy, denied, arn: undefined });
  expect(error?.resource).toBe('arn:aws:s3:::b/a file');
});

test('the policy that denies is told where the message names it', () => {
  const arn = 'arn:aws:organizations::111122223333:policy/o-abc/service_control_policy/p-def';
  expect(readError(`${REFUSED.split(' because')[0]} with an explicit deny in a service control policy: ${arn}`)?.reason).toEqual({
    policy: 'service control policy',
    denied: true,
    arn,
  });
});

test('callers of other kinds', () => {
  const callerIn = (user: string) => readError(`User: ${user} is not authorized to perform: lambda:InvokeFunction`)?.caller;
  expect(callerIn('arn:aws:iam::123456789012:user/ops/jane')).toMatchObject({ kind: 'user', name: 'jane', session: undefined });
  expect(callerIn('arn:aws-cn:iam::123456789012:role/service-role/flow')).toMatchObject({ kind: 'role', name: 'flow' });
  expect(callerIn('arn:aws:iam::123456789012:root')).toMatchObject({ kind: 'root', account: '123456789012' });
  expect(callerIn('anonymous')).toMatchObject({ kind: 'anonymous', name: undefined });
});

test('what is no error is not read', () => {
  for (const text of ['', 'Resources:\n  Worker:\n    Type: AWS::Lambda::Function\n', 'Hello, how are you?', '{}']) {
    expect(readError(text)).toBeUndefined();
  }
});

test('any text is read without harm and in time', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readError(text)));
  const words = fc.constantFrom(...MESSAGES.flatMap(([, text]) => text.split(/(?<=[ :/"])/)), '\\', '\n', '"', '{', 'arn:');
  fc.assert(fc.property(fc.array(words, { maxLength: 80 }), (parts) => void readError(parts.join(''))));
  const start = performance.now();
  for (const piece of ['a', 'arn:', ' is not authorized to perform: ', '\\"', 'execution role ', 'A\n', 'User: arn:aws:'])
    readError(piece.repeat(200_000));
  expect(performance.now() - start).toBeLessThan(5000);
});
