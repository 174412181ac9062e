import { expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis/index.ts';
import { checkWith, RULES, type RuleModule } from '../../server/src/rules/index.ts';
import { analysed, dedent, readAnnotations } from '../harness/index.ts';

const EXAMPLES = [...new Set(RULES.flatMap(({ docs }) => [...docs.bad, ...docs.good]).map(plain))];

function plain(example: string): string {
  const { text } = readAnnotations(dedent(example));
  return text;
}

/** Every action and every principal of the examples, each in a Lambda permission as well. */
const PERMISSIONS = [
  ...written('(?:Action|-)', '[\\w-]*:[\\w*?]*').map((action) => ({ action, principal: 's3.amazonaws.com' })),
  ...written('(?:Service|AWS|Federated|Principal)', '[^\\s{]+').map((principal) => ({
    action: 'lambda:InvokeFunction',
    principal,
  })),
].map(
  ({ action, principal }, i) => `  Permission${i}:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref Worker, Action: "${action}", Principal: "${principal}" }
`,
);

function written(key: string, value: string): readonly string[] {
  const pattern = new RegExp(`${key}:? "?(${value})"?$`, 'gm');
  return [...new Set(EXAMPLES.flatMap((text) => [...text.matchAll(pattern)].map(([, found]) => found ?? '')))];
}

const WORKER = `Resources:
  Worker:
    Type: AWS::Lambda::Function
`;

const TEMPLATES = [WORKER + PERMISSIONS.join(''), ...EXAMPLES]
  .map((text) => ({ text, analysis: analysed(text) }))
  .filter(({ analysis }) => analysis.template);

/** What a rule says of a whole template at once, wherever it looks. */
function saidOfWhole(rule: RuleModule, analysis: Analysis): readonly string[] {
  return rule.check(analysis).map(({ span, message }) => `${span.start}-${span.end} ${message}`);
}

function saidInScope(rule: RuleModule, analysis: Analysis): readonly string[] {
  return checkWith([rule], analysis).map(({ span, message }) => `${span.start}-${span.end} ${message}`);
}

test.each(RULES.filter(({ scope }) => scope !== 'document' && scope !== 'text'))(
  '$id is given all that it has something to say of',
  (rule) => {
    for (const { text, analysis } of TEMPLATES)
      expect(new Set(saidInScope(rule, analysis)), text).toEqual(new Set(saidOfWhole(rule, analysis)));
  },
);
