import { expect, test } from 'vitest';
import { hoverAt } from '../../../server/src/features/index.ts';
import { analysed, checkHover, checkNoHover, withCursor } from '../../harness/index.ts';

/** A policy of one statement with the lines of it; the cursor is in them. */
const statement = (...lines: readonly string[]): string =>
  ["Version: '2012-10-17'", 'Statement:', `  - ${lines[0]}`, ...lines.slice(1).map((line) => `    ${line}`)].join('\n');

const allow = (...lines: readonly string[]): string => statement('Effect: Allow', ...lines);

test.each([
  ['an action', ['Action: s3:GetO$0bject'], ['**s3:GetObject** · Read', 'API_GetObject.html', 'data of ']],
  ['an action in another letter case', ['Action: S3:getob$0ject'], ['**s3:GetObject** · Read']],
  [
    'an action with another name than its operation',
    ['Action: s3:ListB$0ucket'],
    ['No API operation is called ListBucket; this action'],
  ],
  ['an action with its namesake', ['Action: sqs:SendMess$0age'], ['Authorises the API operations: `SQS: SendMessage`']],
  ['an operation', ['Action: s3:HeadO$0bject'], ['not an IAM action; write `s3:GetObject`']],
  ['a wildcard', ['Action: sqs:Delete*$0'], ['**sqs:Delete\\*** · 2 actions', '- Write, 2: `DeleteMessage`, `DeleteQueue`']],
  ['everything', ["Action: '*$0'"], ['- List, ', '- Write, ']],
  ['a wildcard that has functions called', ['Action: lambda:Invoke*$0'], ['Among them `lambda:InvokeFunction`']],
  ['an action that does not exist', ['Action: s3:Get$0Nothing'], ['has no such action']],
  [
    'an action that has no operation',
    ['Action: lambda:InvokeFunctionU$0rl'],
    ['permission only', 'Since October 2025', 'list_lambda.html'],
  ],
  [
    'the call of functions',
    ['Action: lambda:Invoke$0'],
    [
      'write `lambda:InvokeFunction`',
      'Here, in an execution role or another identity policy, it says which functions may be called.',
    ],
  ],
  ['the asynchronous call', ['Action: lambda:InvokeAs$0ync'], ['deprecated InvokeAsync operation only']],
  [
    'an action that some resources fit',
    ['Action: s3:GetO$0bject', 'Resource: [arn:aws:s3:::uploads, arn:aws:s3:::uploads/*]'],
    ['- Here it is allowed on `arn:aws:s3:::uploads/*`'],
  ],
  [
    'an action that no resource fits',
    ['Action: s3:ListB$0ucket', 'Resource: arn:aws:s3:::uploads/*'],
    ['- Here it has no effect: it is used on none of the resources'],
  ],
  ['an action under NotAction', ['NotAction: s3:GetO$0bject'], ['every action but those named']],
  ['a wildcard under NotAction', ['NotAction: s3:Get$0*'], ['every action but those named']],
  ['all resources', ['Action: s3:GetObject', "Resource: '*$0'"], ['every resource', 'used on it: `s3:GetObject`.']],
  [
    'a resource that not all actions fit',
    ['Action: [s3:GetObject, s3:ListBucket]', 'Resource: arn:aws:s3:::up$0loads/*'],
    ['Amazon S3: object', 'used on it: `s3:GetObject`. It means nothing to `s3:ListBucket`.'],
  ],
  [
    'a resource that no action fits',
    ['Action: s3:ListBucket', 'Resource: arn:aws:sqs:eu-west-1:123456789012:j$0obs'],
    ['Amazon SQS: queue', 'None of the actions of this statement is used on it'],
  ],
  ['a resource that is left out', ['Action: sqs:*', 'NotResource: arn:aws:sqs:*:*:j$0obs'], ['everything but this']],
  ['a part of a wildcard', ['Action: s3:GetBucket*', 'Resource: arn:aws:s3:::up$0loads'], ['`s3:GetBucket*`.']],
  [
    'a policy variable',
    ['Action: s3:GetObject', 'Resource: arn:aws:s3:::homes/${aws:user$0name}/*'],
    [
      '**${aws:username}** · policy variable',
      'In `Fn::Sub` write `${!aws:username}`',
      'lacks the key, what the variable stands in matches nothing',
    ],
  ],
  [
    'a policy variable of a key with several values',
    ['Action: s3:GetObject', 'Resource: arn:aws:s3:::homes/${aws:Tag$0Keys}/*'],
    ['cannot be used as a variable'],
  ],
  [
    'a policy variable with a default',
    ['Action: s3:GetObject', 'Resource: "arn:aws:s3:::homes/${aws:PrincipalTag/te$0am, \'none\'}/*"'],
    ['**${aws:PrincipalTag/team}**', '`none` stands in its place'],
  ],
])('%s', (_, lines, expected) => checkHover(allow(...lines), expected));

test.each([
  ['Ver$0sion: x', 'The version of the policy language, not of your policy.'],
  ['State$0ment: [{Effect: Allow, Action: s3:GetObject, Resource: "*"}]', 'This is an identity policy.'],
  ["Version: '2012-10$0-17'\nStatement: [{Effect: Allow, Action: s3:GetObject}]", 'The current version.'],
  ["Version: '2008-10$0-17'\nStatement: [{Effect: Allow, Action: s3:GetObject}]", 'The older version.'],
  ["Version: '2024-01$0-01'\nStatement: [{Effect: Allow, Action: s3:GetObject}]", 'There is no such version'],
])('%s', (text, expected) => {
  const policy = text.includes('Statement') || text.includes('State$0ment') ? text : `${text}\nStatement: [{Effect: Allow}]`;
  checkHover(policy, [expected]);
});

test.each([
  ['Sid', 'A name for the statement'],
  ['Effect', 'Whether the statement allows or denies.'],
  ['Principal', 'Who is meant'],
  ['NotPrincipal', 'Everybody except those named.'],
  ['Action', 'What is allowed or denied: IAM actions'],
  ['NotAction', 'Every action except those named'],
  ['Resource', 'What the actions may be used on'],
  ['NotResource', 'Every resource except those named.'],
  ['Condition', 'When the statement counts'],
  ['Sources', 'IAM has no element of this name in a statement.'],
])('the key %s', (name, expected) => {
  checkHover(statement(`${name.slice(0, 2)}$0${name.slice(2)}: x`, 'Effect: Allow', 'Action: s3:GetObject'), [
    `**${name}**`,
    expected,
  ]);
});

test.each([
  ['Allow', 'What the statement names is allowed', 'it says what those who have it may call'],
  ['Deny', 'whatever any other policy allows', 'it says what those who have it may not call'],
])('the effect %s', (effect, meaning, place) => {
  checkHover(statement(`Effect: ${effect}$0`, 'Action: s3:GetObject'), [meaning, place]);
});

const condition = (operator: string, key: string, value: string): string =>
  allow('Action: [s3:GetObject, s3:ListBucket]', "Resource: '*'", 'Condition:', `  ${operator}:`, `    ${key}: ${value}`);

test.each([
  [condition('String$0Equals', 'aws:SourceVpc', 'vpc-1'), ['Letter case counts', 'A request that lacks the key fails.']],
  [
    condition('StringNot$0Like', 'aws:SourceVpc', 'vpc-1'),
    ['`*` stands for any characters', 'also if the request lacks the key'],
  ],
  [
    condition('ArnLikeIf$0Exists', 'aws:SourceArn', 'arn:aws:s3:::a'),
    ['field by field', '`IfExists`: a request that lacks the key passes.'],
  ],
  [condition('ForAnyValue:String$0Equals', 'aws:TagKeys', 'a'), ['At least one value of the request must match']],
  [condition('ForAllValues:String$0Equals', 'aws:TagKeys', 'a'), ['Every value of the request must match', '`Null: false`']],
  [condition('Nu$0ll', 'aws:TagKeys', "'true'"), ['Asks whether the request carries the key']],
  [condition('StringMat$0ches', 'aws:TagKeys', 'a'), ['IAM has no condition operator of this name.']],
  [condition('StringEquals', 'aws:SourceAc$0count', "'123456789012'"), ['condition key · String', 'A global key']],
  [condition('StringLike', 's3:pre$0fix', 'a/*'), ['Carried by requests for `s3:ListBucket`; not by those for `s3:GetObject`.']],
  [condition('StringLike', 's3:noth$0ing', 'a'), ['has no such condition key']],
  [
    condition('ForAnyValue:StringLikeIfExists', 'aws:TagKeys', '[te$0am, cost]'),
    ['a value of `aws:TagKeys` matches `team` or `cost` (or is absent)'],
  ],
  [condition('NotIpAddress', 'aws:SourceIp', '203.0.113.0/24$0'), ['`aws:SourceIp` is no address in `203.0.113.0/24`']],
  [condition('NumericLessThan', 's3:max-keys', "'1$0'"), ['`s3:max-keys` is less than `1`']],
])('a condition %#', (text, expected) => checkHover(text, expected));

const principal = (value: string): string => allow(`Principal: ${value}`, 'Action: sqs:SendMessage', "Resource: '*'");

test.each([
  ["'*$0'", ['everybody', 'anonymous callers included']],
  ["{AWS: '*$0'}", ['everybody']],
  ["{AWS: '12345678$09012'}", ['account', 'The account `123456789012`.', 'identity policies of that account']],
  ['{AWS: "arn:aws:iam::123456789012:ro$0ot"}', ['The account `123456789012`.']],
  ['{AWS: "arn:aws:iam::123456789012:role/re$0ader"}', ['The role `reader` and nobody else.']],
  ['{Service: s3.amaz$0onaws.com}', ['service principal', 'Amazon S3, acting as itself']],
  ['{Service: eventbridge.amaz$0onaws.com}', ['`events.amazonaws.com` is probably meant']],
  ['{Service: lambda.alarms.cloud$0watch.amazonaws.com}', ['Amazon CloudWatch alarms']],
  ['{Federated: accounts.goo$0gle.com}', ['identity provider']],
  ['{Ser$0vice: s3.amazonaws.com}', ['Services of AWS that act as themselves']],
  ['{AW$0S: "*"}', ['Accounts, roles and users']],
  ['{Robot$0: a}', ['IAM has no such type']],
])('the principal %s', (value, expected) => checkHover(principal(value), expected));

test('there is nothing to say of other words', () => {
  checkNoHover('Name: some$0thing\nOther: 1');
  checkNoHover(allow('Sid: some$0thing', 'Action: s3:GetObject'));
});

test('a policy in a string is read as the policy it is', () => {
  const { text, offset } = withCursor(
    String.raw`{"Policy": "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:GetO$0bject\", \"Resource\": \"*\"}]}"}`,
  );
  const hover = hoverAt(analysed(text, 'json'), offset);
  expect(hover?.markdown).toContain('**s3:GetObject** · Read');
  expect(text.slice(hover?.span.start, hover?.span.end)).toBe('s3:GetObject');
});
