import { test } from 'vitest';
import { sharedExecutionRole } from '../../../server/src/rules/execution/sharedExecutionRole.ts';
import { checkRule } from '../../harness/index.ts';

function functions(...roles: readonly string[]): string {
  const lines = roles.map((role, i) => `Fn${i}: { Type: AWS::Lambda::Function, Properties: { Role: ${role} } }`);
  return `
    Resources:
      Common: { Type: AWS::IAM::Role }
      Other: { Type: AWS::IAM::Role }
      ${lines.join('\n      ')}
    `;
}

const marked = (text: string, mark: string): string => text.replace('      Other:', `    # ${mark}\n      Other:`);

test('three functions with one role, however it is named', () => {
  const text = functions('!GetAtt Common.Arn', '!Sub "${Common.Arn}"', '!Sub "arn:aws:iam::${AWS::AccountId}:role/${Common}"');
  checkRule(sharedExecutionRole, marked(text, '^^^^^^ hint: 3 functions run with Common: Fn0, Fn1, Fn2.'));
});

test('two functions, roles of their own, and roles from elsewhere', () => {
  checkRule(sharedExecutionRole, functions('!GetAtt Common.Arn', '!GetAtt Common.Arn', '!GetAtt Other.Arn'));
  checkRule(sharedExecutionRole, functions('!ImportValue role', '!ImportValue role', '!ImportValue role'));
});

test('a role that a condition chooses counts for the function that may run with it', () => {
  const text = functions('!GetAtt Common.Arn', '!GetAtt Common.Arn', '!If [Own, !GetAtt Common.Arn, !ImportValue role]');
  checkRule(sharedExecutionRole, marked(text, '^^^^^^ hint: 3 functions run with Common'));
});
