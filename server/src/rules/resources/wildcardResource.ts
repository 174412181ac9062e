import { draftOf } from '../../cloudformation/index.ts';
import { replaceValue } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { resourceSpan } from '../support/arnPlaces.ts';
import { policySubject } from '../support/policyWalk.ts';
import { resourcesMeant, type WideResource, wideResourcesOf } from '../support/wideResources.ts';

/** A wildcard where the resource could be named. */
export const wildcardResource = defineRule<WideResource>({
  id: 'wildcard-resource',
  severity: 'hint',
  outcome: 'too-open',
  docs: {
    summary: 'A statement allows its actions on every resource, though they can be limited.',
    why:
      'With "*" the statement reaches every table, bucket and queue of the account. Actions that work on resources of ' +
      'their own can name them.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    aka: [
      'RESOURCE_STAR',
      'RESOURCE_EFFECTIVELY_STAR',
      'wildcard_resource',
      'IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE',
      'IAM_POLICY_NO_WILDCARD_RESOURCE',
    ],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: dynamodb:PutItem
    Resource: "*"
             # ^ This reaches every resource
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: dynamodb:PutItem
    Resource: arn:aws:dynamodb:eu-west-1:123456789012:table/orders
`,
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: dynamodb:ListTables
    Resource: "*"
`,
    ],
  },

  find: (analysis) => wideResourcesOf(analysis),

  diagnose: (found) => ({
    span: resourceSpan(found),
    message:
      'This reaches every resource there is, and actions of this statement can be limited to some. Name the resources that are meant.',
    subject: { ...policySubject(found.site), actions: found.scopable },
  }),

  fix: (found, analysis) => {
    const [meant, ...others] = resourcesMeant(found, analysis);
    const draft = meant && others.length === 0 ? draftOf(meant) : undefined;
    if (draft === undefined) return [];
    return [
      {
        title: 'Name the resource of this template',
        preferred: false,
        edits: [replaceValue(analysis.tree, found.value.node, draft)],
      },
    ];
  },
});
