import type { PolicySite } from '../../policies/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { ScalarNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { CURRENT_VERSION, OLD_VERSION, versionEntry } from '../support/policyVersion.ts';
import { isWholeDocument, policySubject, sitesOf } from '../support/policyWalk.ts';

interface Found {
  readonly site: PolicySite;
  readonly node: ScalarNode;
  readonly text: string;
}

/** A version that the policy language does not have. */
export const invalidVersion = defineRule<Found>({
  id: 'invalid-version',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'The Version of a policy does not exist.',
    why:
      'Version is no date of the author’s: it names the version of the policy language, and there are two, 2012-10-17 and 2008-10-17. IAM ' +
      'refuses a policy with any other. Often the version of templates, 2010-09-09, is written here.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
    aka: ['INVALID_VERSION', 'E3510', 'E3512', 'E3530', 'W2511', 'invalid_version'],
    bad: [
      `Version: "2010-09-09"
#        ^^^^^^^^^^^^ 2010-09-09 is the version of templates
Statement:
  - Effect: Allow
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
    for (const site of sitesOf(analysis)) {
      const node = versionEntry(site)?.value;
      const text = site.document.version && knownText(site.document.version);
      const isOther = text !== undefined && text !== '' && text !== CURRENT_VERSION && text !== OLD_VERSION;
      if (isOther && node?.kind === 'scalar' && node.text === text && isWholeDocument(site)) yield { site, node, text };
    }
  },

  diagnose: ({ site, node, text }) => ({
    span: node.outerSpan,
    message:
      text === TEMPLATE_VERSION
        ? `${text} is the version of templates; the policy language has no such version, so IAM refuses the policy. Write "${CURRENT_VERSION}".`
        : `The policy language has no version ${text}, so IAM refuses the policy. Write "${CURRENT_VERSION}".`,
    subject: { suggestion: CURRENT_VERSION, ...policySubject(site) },
  }),

  fix: ({ node, text }) => [
    { title: `Replace with "${CURRENT_VERSION}"`, preferred: true, edits: [replaceText(node, 0, text.length, CURRENT_VERSION)] },
  ],
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/format-version-structure.html */
const TEMPLATE_VERSION = '2010-09-09';
