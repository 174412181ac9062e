import { branchesOf } from '../../cloudformation/index.ts';
import type { ScalarNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { presentElement } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly node: ScalarNode;
}

const EFFECTS = ['Allow', 'Deny'];

/** An effect that is neither `Allow` nor `Deny`. */
export const invalidEffect = defineRule<Found>({
  id: 'invalid-effect',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'Effect is neither Allow nor Deny.',
    why: 'Effect has two values, and letter case counts. IAM refuses a policy with any other.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
    aka: ['INVALID_EFFECT', 'MALFORMED', 'E3510', 'E3512', 'E3530', 'invalid_effect'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: allow
    #       ^^^^^ Effect is Allow or Deny
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      const value = presentElement(placed.statement.node, 'Effect')?.value;
      for (const { node } of value ? branchesOf(value) : []) {
        const isWritten = node?.kind === 'scalar' && node.tag === undefined && node.value !== null;
        // In a policy in a text, `Fn::Sub` fills `${…}` in.
        if (isWritten && !EFFECTS.includes(node.text) && !node.text.includes('${')) yield { ...placed, node };
      }
    }
  },

  diagnose: ({ site, node }) => {
    const suggestion = meant(node);
    return {
      span: node.span,
      message: `Effect is Allow or Deny, letter for letter, and not ${node.text === '' ? 'empty' : node.text}, so IAM refuses the policy.`,
      subject: { ...policySubject(site), ...(suggestion ? { suggestion } : {}) },
    };
  },

  fix: ({ node }) =>
    (meant(node) ? [meant(node)] : EFFECTS).flatMap((effect) =>
      effect === undefined
        ? []
        : [
            {
              title: `Replace with ${effect}`,
              preferred: meant(node) !== undefined,
              edits: [replaceText(node, 0, node.text.length, effect)],
            },
          ],
    ),
});

/** `allow`, `Allowed`, `DENY ` leave no doubt. */
function meant({ text }: ScalarNode): string | undefined {
  const word = text.trim().toLowerCase();
  return EFFECTS.find(
    (effect) => word !== '' && (word.startsWith(effect.toLowerCase()) || (word === 'denied' && effect === 'Deny')),
  );
}
