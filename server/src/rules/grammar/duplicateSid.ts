import type { Statement } from '../../iam/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import { contradicts, knownText } from '../../symbolic/index.ts';
import { child, type SyntaxNode } from '../../syntax/index.ts';
import { defineRule } from '../rule.ts';
import { replaceTextFix } from '../support/edits.ts';
import { policySubject, sitesOf } from '../support/policyWalk.ts';
import { freshSid, isKeptByIam } from '../support/sids.ts';

interface Found {
  readonly site: PolicySite;
  readonly node: SyntaxNode;
  readonly text: string;
  readonly first: Statement;
}

/** Two statements of one policy with one name. */
export const duplicateSid = defineRule<Found>({
  id: 'duplicate-sid',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'Two statements of a policy have the same Sid.',
    why:
      'A Sid names one statement of a policy. IAM refuses a policy in which two have the same; services that keep policies on resources may ' +
      'take it, but tools that change a statement by its Sid then find two.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
    aka: ['UNIQUE_SIDS_REQUIRED', 'UNIQUE_SIDS_RECOMMENDED', 'DUPLICATE_SID', 'E3510', 'E3512', 'E3530', 'sid_uniqueness'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Sid: Read
    Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
  - Sid: Read
    #    ^^^^ Another statement of this policy has the Sid Read
    Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::bills/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Sid: ReadOrders
    Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
  - Sid: ReadBills
    Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::bills/*
`,
    ],
  },

  *find(analysis) {
    for (const site of sitesOf(analysis)) yield* duplicatesIn(site);
  },

  diagnose: ({ site, node, text, first }) => ({
    span: node.outerSpan,
    message: isKeptByIam(site)
      ? `Another statement of this policy has the Sid ${text}, so IAM refuses the policy. Give each statement a Sid of its own.`
      : `Another statement of this policy has the Sid ${text}. Give each statement a Sid of its own.`,
    subject: policySubject(site),
    severity: isKeptByIam(site) ? 'error' : 'warning',
    outcome: isKeptByIam(site) ? 'deploy-fails' : 'style',
    related: [{ span: child(first.node, 'Sid')?.outerSpan ?? first.span, message: 'The same Sid.' }],
  }),

  fix: ({ site, node, text }) => replaceTextFix(node, text, freshSid(text, site)),
});

function* duplicatesIn(site: PolicySite): Generator<Found> {
  const { statements } = site.document;
  for (const [i, statement] of statements.entries()) {
    const text = statement.sid && knownText(statement.sid);
    const node = child(statement.node, 'Sid');
    if (!text || !node) continue;
    const first = statements.slice(0, i).find((other) => hasSid(other, text) && canMeet(other, statement));
    if (first) yield { site, node, text, first };
  }
}

function hasSid({ sid }: Statement, text: string): boolean {
  return sid !== undefined && knownText(sid) === text;
}

/** Not the two branches of one `Fn::If`, nor one statement under two aliases. */
function canMeet(a: Statement, b: Statement): boolean {
  return !contradicts(a.guard, b.guard) && a.span.start !== b.span.start;
}
