import type { ScalarNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type MalformedVariable, malformedVariables, type VariableFault } from '../support/malformedVariables.ts';
import { type PlacedStatement, policySubject, variableValuesOf } from '../support/policyWalk.ts';
import { substitutedText, substitutionAround } from '../support/variablePlaces.ts';

interface Found extends PlacedStatement {
  readonly scalar: ScalarNode;
  readonly variable: MalformedVariable;
}

/** A policy variable that IAM cannot read. */
export const malformedPolicyVariable = defineRule<Found>({
  id: 'malformed-policy-variable',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A policy variable is malformed.',
    why:
      'A policy variable is the name of a condition key between ${ and }, without spaces; behind a comma it may have a default in single ' +
      'quotes. IAM refuses anything else, or takes it for plain text that never matches.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
    aka: ['MISSING_BRACE_IN_VARIABLE', 'MISSING_QUOTE_IN_VARIABLE', 'UNSUPPORTED_SPACE_IN_VARIABLE', 'EMPTY_VARIABLE'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource:
      - arn:aws:s3:::orders/\${aws:username/*
        #                   ^^^^^^^^^^^^^^ This policy variable is never closed
      - arn:aws:s3:::bills/\${ aws:username }/*
        #                  ^^^^^^^^^^^^^^^^^ This policy variable has a space
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource:
      - arn:aws:s3:::orders/\${aws:username}/*
      - arn:aws:s3:::bills/\${aws:PrincipalTag/team, 'nobody'}/*
`,
    ],
  },

  *find(analysis) {
    for (const { site, statement, value } of variableValuesOf(analysis)) {
      const substituted = substitutedText(value.node)?.scalar;
      const scalar = substituted ?? (value.node.tag === undefined ? value.node : undefined);
      if (scalar?.kind !== 'scalar') continue;
      const isSubstituted = substituted ?? substitutionAround(site.document.node);
      for (const variable of malformedVariables(scalar.text, isSubstituted ? '${!' : '${'))
        yield { site, statement, scalar, variable };
    }
  },

  diagnose: ({ site, scalar, variable: { fault, from, to, mended } }) => ({
    span: scalar.spanOf(from, to),
    message: `This policy variable ${FAULTS[fault]}.${mended === undefined ? '' : ` Write ${mended}.`}`,
    subject: { ...policySubject(site), ...(mended === undefined ? {} : { suggestion: mended }) },
  }),

  fix: ({ scalar, variable: { from, to, mended } }) =>
    mended === undefined
      ? []
      : [{ title: `Replace with ${mended}`, preferred: true, edits: [replaceText(scalar, from, to, mended)] }],
});

const FAULTS: Readonly<Record<VariableFault, string>> = {
  'no-brace': 'is never closed, so IAM cannot read it. Add the } behind its name',
  'no-quote': 'has a default without single quotes on both sides, so IAM cannot read it',
  empty: 'is empty, so IAM cannot read it. Write the name of a condition key into it, or remove it',
  escaped: 'has a !, which only means something in Fn::Sub; IAM cannot read it',
  space: 'has a space in its name, so IAM cannot read it',
  symbol: 'has a character in its name that no condition key has, so IAM cannot read it',
};
