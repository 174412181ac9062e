import type { PolicySite } from '../../policies/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { ScalarNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { CURRENT_VERSION, OLD_VERSION, usesVariables, versionEntry } from '../support/policyVersion.ts';
import { isWholeDocument, policySubject, sitesOf } from '../support/policyWalk.ts';

interface Found {
  readonly site: PolicySite;
  readonly node: ScalarNode;
}

/** A policy in the language of 2008. */
export const oldVersion = defineRule<Found>({
  id: 'old-version',
  severity: 'information',
  outcome: 'style',
  docs: {
    summary: 'A policy is written in the language of 2008.',
    why:
      'The version 2008-10-17 has no policy variables: ${aws:username} is plain text in it. AWS advises to write 2012-10-17, which is the ' +
      'same in all else.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
    aka: ['OLD_VERSION', 'W2511', 'outdated_version'],
    bad: [
      `Version: "2008-10-17"
#        ^^^^^^^^^^^^ The version 2008-10-17 knows no policy variables
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
      const { version } = site.document;
      const isOld = version !== undefined && knownText(version) === OLD_VERSION;
      // With variables the version is a mistake, which is said instead.
      if (isOld && node?.kind === 'scalar' && node.text === OLD_VERSION && isWholeDocument(site) && !usesVariables(site))
        yield { site, node };
    }
  },

  diagnose: ({ site, node }) => ({
    span: node.outerSpan,
    message: `The version ${OLD_VERSION} knows no policy variables; all else is the same in "${CURRENT_VERSION}". Write that, so that variables work when somebody adds one.`,
    subject: { suggestion: CURRENT_VERSION, ...policySubject(site) },
  }),

  fix: ({ node }) => [
    {
      title: `Replace with "${CURRENT_VERSION}"`,
      preferred: true,
      edits: [replaceText(node, 0, node.text.length, CURRENT_VERSION)],
    },
  ],
});
