import type { PolicySite } from '../../policies/index.ts';
import { knownText, type SymbolicString } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { addFirstEntry, setEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { DOCUMENT_ELEMENTS, headSpan, lacksAll } from '../support/policyElements.ts';
import { variablesIn } from '../support/policyVariables.ts';
import { CURRENT_VERSION, OLD_VERSION, versionEntry } from '../support/policyVersion.ts';
import { isWholeDocument, policySubject, variableValuesOf } from '../support/policyWalk.ts';

interface Found {
  readonly site: PolicySite;
  /** The first variable, and where it stands. */
  readonly name: string;
  readonly node: SyntaxNode;
  readonly version: SymbolicString | undefined;
}

/** Policy variables in a policy of the language of 2008, which has none. */
export const variableNeedsVersion = defineRule<Found>({
  id: 'variable-needs-version',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A policy has policy variables, but not the version that knows them.',
    why:
      'Policy variables came with the version 2012-10-17. In a policy without Version, or with 2008-10-17, ${aws:username} is plain text, so ' +
      'the statement matches nothing.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
    aka: ['VARIABLE_UNSUPPORTED_IN_VERSION'],
    bad: [
      `Version: "2008-10-17"
#        ^^^^^^^^^^^^ \${aws:username} is plain text in this policy
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/\${aws:username}/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/\${aws:username}/*
`,
    ],
  },

  *find(analysis) {
    const seen = new Set<PolicySite>();
    for (const { site, value } of variableValuesOf(analysis)) {
      const [name] = variablesIn(value.value);
      if (name === undefined || seen.has(site) || !isWholeDocument(site) || !isOld(site)) continue;
      seen.add(site);
      yield { site, name, node: value.node, version: site.document.version };
    }
  },

  diagnose: ({ site, name, node, version }) => ({
    span: versionEntry(site)?.value?.outerSpan ?? headSpan(site.document.node),
    message:
      `\${${name}} is plain text in this policy, which is in the language of 2008${version ? '' : ' for want of a Version'}, so it matches nothing. ` +
      `Write Version: "${CURRENT_VERSION}".`,
    subject: { ...policySubject(site), suggestion: CURRENT_VERSION },
    related: [{ span: node.outerSpan, message: 'The policy variable.' }],
  }),

  fix: ({ site: { document }, version }, { tree }) => [
    {
      title: `Write Version: "${CURRENT_VERSION}"`,
      preferred: true,
      edits: [(version ? setEntry : addFirstEntry)(tree, document.node, 'Version', CURRENT_VERSION)],
    },
  ],
});

function isOld({ document: { node, version } }: PolicySite): boolean {
  return version === undefined ? lacksAll(node, ['Version'], DOCUMENT_ELEMENTS) : knownText(version) === OLD_VERSION;
}
