import type { PolicySite } from '../../policies/index.ts';
import { addFirstEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { DOCUMENT_ELEMENTS, headSpan, lacksAll } from '../support/policyElements.ts';
import { CURRENT_VERSION, usesVariables } from '../support/policyVersion.ts';
import { isSamInline, isWholeDocument, policyName, policySubject, sitesOf } from '../support/policyWalk.ts';

/** A policy that does not say which version of the policy language it is written in. */
export const missingVersion = defineRule<PolicySite>({
  id: 'missing-version',
  severity: 'hint',
  outcome: 'style',
  docs: {
    summary: 'A policy has no Version.',
    why:
      'Without Version, IAM takes a policy for one of the language of 2008. Nothing differs as long as it has no policy variables; the first ' +
      '${aws:…} that somebody adds stays plain text then, and never matches. SAM’s inline policies are left alone.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
    aka: ['MISSING_VERSION', 'NO_VERSION', 'missing_version'],
    bad: [
      `Statement:
#^^^^^^^^ This policy has no Version
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
      const { node } = site.document;
      const mayLack = isWholeDocument(site) && !isSamInline(site) && node.entries.length > 0;
      // Where variables need it, that is said instead.
      if (mayLack && lacksAll(node, ['Version'], DOCUMENT_ELEMENTS) && !usesVariables(site)) yield site;
    }
  },

  diagnose: (site) => ({
    span: headSpan(site.document.node),
    message: `${policyName(site)} has no Version, so IAM reads it in the language of 2008, in which policy variables are plain text. Add Version: "${CURRENT_VERSION}".`,
    subject: policySubject(site),
  }),

  fix: ({ document: { node } }, { tree }) => [
    {
      title: `Add Version: "${CURRENT_VERSION}"`,
      preferred: true,
      edits: [addFirstEntry(tree, node, 'Version', CURRENT_VERSION)],
    },
  ],
});
