import type { PolicySite } from '../../policies/index.ts';
import { knownText, type SymbolicString } from '../../symbolic/index.ts';
import { child, type SyntaxNode } from '../../syntax/index.ts';
import { defineRule } from '../rule.ts';
import { replaceTextFix } from '../support/edits.ts';
import { policySubject, statementsOf } from '../support/policyWalk.ts';
import { freshSid, isKeptByIam } from '../support/sids.ts';

interface Found {
  readonly site: PolicySite;
  readonly node: SyntaxNode;
  readonly bad: string;
  readonly text: string | undefined;
}

/** A Sid with other characters than letters and digits. */
export const invalidSid = defineRule<Found>({
  id: 'invalid-sid',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A Sid has a character that IAM does not take.',
    why:
      'In policies of roles, users and groups, and in trust policies, a Sid consists of letters and digits. IAM refuses a policy with a ' +
      'space, a hyphen or any other character in one. Services that keep policies on resources allow more, and are left alone.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
    aka: ['UNSUPPORTED_SID', 'INVALID_SID', 'E3510', 'E3530'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Sid: read orders
    #    ^^^^^^^^^^^ A Sid consists of letters and digits
    Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Sid: ReadOrders
    Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  *find(analysis) {
    for (const { site, statement } of statementsOf(analysis)) {
      const node = child(statement.node, 'Sid');
      const bad = statement.sid && badCharacter(statement.sid);
      if (isKeptByIam(site) && node && statement.sid && bad !== undefined)
        yield { site, node, bad, text: knownText(statement.sid) };
    }
  },

  diagnose: ({ site, node, bad }) => ({
    span: node.outerSpan,
    message: `A Sid consists of letters and digits in this policy, so IAM refuses ${bad === ' ' ? 'the space' : `the ${bad}`} in it. Leave it out.`,
    subject: policySubject(site),
  }),

  fix: ({ site, node, text }) => {
    const plain = text === undefined ? '' : inOneWord(text);
    return text === undefined || plain === '' ? [] : replaceTextFix(node, text, freshSid(plain, site));
  },
});

/** A character that is wrong for certain; what deployment fills in is not looked at. */
function badCharacter({ parts }: SymbolicString): string | undefined {
  const texts = parts.map((part) => (part.kind === 'text' ? part.text : ''));
  return /[^A-Za-z0-9]/.exec(texts.join(''))?.[0];
}

/** `read orders` as `ReadOrders`. */
function inOneWord(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
