import type { Analysis } from '../../analysis/index.ts';
import type { PolicyValue, Statement } from '../../iam/index.ts';
import type { ScalarNode } from '../../syntax/index.ts';
import { replaceValue, sub } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';
import { managedPolicy } from '../support/samples.ts';
import { substitutionAround } from '../support/variablePlaces.ts';

interface Found extends PlacedStatement {
  readonly scalar: ScalarNode;
  readonly at: number;
  readonly name: string;
}

/** A reference of the template in a text that nothing fills in. */
export const referenceWithoutSub = defineRule<Found>({
  id: 'reference-without-sub',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A reference of the template stands in a text without Fn::Sub.',
    why: 'Only Fn::Sub fills in ${…}. In a plain text IAM gets the characters as they stand, so the statement is about nothing that exists.',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
    aka: ['E1029'],
    bad: [
      managedPolicy(`
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:\${AWS::Region}:123456789012:jobs
        #                     ^^^^^^^^^^^^^^ Nothing fills in \${AWS::Region} here
      `),
    ],
    good: [
      managedPolicy(`
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: !Sub arn:aws:sqs:\${AWS::Region}:123456789012:jobs
      `),
    ],
  },

  *find(analysis) {
    for (const placed of analysis.template ? statementsOf(analysis) : []) {
      if (substitutionAround(placed.site.document.node)) continue;
      for (const { node } of valuesOf(placed.statement)) {
        const first = node.kind === 'scalar' && isPlain(node) ? firstReference(node.text, analysis) : undefined;
        if (node.kind === 'scalar' && first) yield { ...placed, scalar: node, ...first };
      }
    }
  },

  diagnose: ({ site, scalar, at, name }) => ({
    span: scalar.spanOf(at, at + name.length + 3),
    message: `Nothing fills in \${${name}} here: IAM gets it as it stands, so the statement never applies. Put Fn::Sub before the text.`,
    subject: policySubject(site),
  }),

  fix: ({ scalar }, analysis) => [
    {
      title: 'Put Fn::Sub before the text',
      preferred: true,
      edits: [replaceValue(analysis.tree, scalar, sub(substitutable(scalar.text, analysis)))],
    },
  ],
});

function valuesOf({ actions, resources, principals, conditions }: Statement): readonly PolicyValue[] {
  const clauses = [actions?.values ?? [], resources?.values ?? [], principals?.principals ?? []];
  return [...clauses.flat(), ...conditions.flatMap(({ values }) => values)];
}

/** Not an argument of an intrinsic function: `Fn::Join` may take the text apart. */
function isPlain({ tag, parent, style }: ScalarNode): boolean {
  return tag === undefined && parent !== undefined && style !== 'literal' && style !== 'folded';
}

const REFERENCE = /\$\{([^{}!]+)\}/g;

function firstReference(text: string, analysis: Analysis): { readonly at: number; readonly name: string } | undefined {
  for (const { 1: name = '', index: at } of text.matchAll(REFERENCE)) if (isReference(name, analysis)) return { at, name };
  return undefined;
}

/** The name of something that the template certainly has. */
function isReference(name: string, { template }: Analysis): boolean {
  const [id = ''] = name.split('.');
  return /^AWS::[A-Z]\w+$/.test(name) || template?.parameters.has(name) === true || template?.resources.has(id) === true;
}

/** The text for `Fn::Sub`, in which what it is to leave alone is escaped. */
function substitutable(text: string, analysis: Analysis): string {
  return text.replace(REFERENCE, (whole, name: string) => (isReference(name, analysis) ? whole : `\${!${name}}`));
}
