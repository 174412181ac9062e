import { expect, test } from 'vitest';
import { functionPolicyTooLarge as rule } from '../../../server/src/rules/invocation/functionPolicyTooLarge.ts';
import { SAM_WORKER, WORKER } from '../../../server/src/rules/support/samples.ts';
import { analysed, checkNoFix, checkRule, findingsOf, jsonTwin } from '../../harness/index.ts';

const permissions = (count: number, fn = '!Ref Worker', condition = ''): string =>
  Array.from(
    { length: count },
    (_, i) => `  ${fn.replace(/\W/g, '')}Route${i}:
    Type: AWS::Lambda::Permission
${condition}    Properties: { FunctionName: ${fn}, Action: lambda:InvokeFunction, Principal: apigateway.amazonaws.com, SourceArn: "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/*/GET/route${i}" }
`,
  ).join('');

test('so many permissions do not fit, in YAML and JSON', () => {
  const template = WORKER + permissions(80);
  for (const analysis of [analysed(template), analysed(jsonTwin(template), 'json')]) {
    const [finding, ...others] = findingsOf(rule, analysis);
    expect(others).toEqual([]);
    expect(finding?.message).toMatch(
      /^The 80 permissions of Worker make a resource-based policy of about 2\d{4} bytes, and 20480 are allowed/,
    );
    expect(analysis.source.text.slice(finding?.span.start, finding?.span.end).replaceAll('"', '')).toBe('Worker');
  }
  checkNoFix(rule, template);
});

test('fewer fit', () => {
  checkRule(rule, WORKER + permissions(40));
});

test('each alias has a policy of its own', () => {
  const live = `  Live:
    Type: AWS::Lambda::Alias
    Properties: { Name: live, FunctionName: !Ref Worker, FunctionVersion: $LATEST }
`;
  checkRule(rule, WORKER + live + permissions(40) + permissions(40, '!Ref Live'));
});

test('permissions that may not be there do not count', () => {
  const conditions = 'Conditions:\n  IsLive: !Equals [!Ref AWS::Region, eu-west-1]\n';
  checkRule(rule, conditions + WORKER + permissions(80, '!Ref Worker', '    Condition: IsLive\n'));
});

test('what SAM makes for events counts', () => {
  const events = Array.from(
    { length: 80 },
    (_, i) => `        Get${i}: { Type: Api, Properties: { Path: /orders/of/the/day/${i}, Method: GET } }\n`,
  ).join('');
  expect(findingsOf(rule, analysed(SAM_WORKER + events))).toHaveLength(1);
});
