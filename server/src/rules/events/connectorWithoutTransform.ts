import type { Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import { type Entry, entryOf } from '../../syntax/index.ts';
import { addEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';

/** What only SAM reads, in a template that SAM does not read. */
export const connectorWithoutTransform = defineRule<{ readonly resource: Resource; readonly entry: Entry }>({
  id: 'connector-without-transform',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A resource has Connectors or IgnoreGlobals, but the template does not ask for SAM.',
    why:
      'Connectors make permissions, and IgnoreGlobals leaves SAM’s Globals out. Both are SAM’s: without its transform ' +
      'CloudFormation does not know them and refuses the template.',
    url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/managing-permissions-connectors.html',
    aka: ['E3066'],
    bad: [queueAndTopic('  # ^^^^^^^^^^ error: Only SAM knows Connectors\n')],
    good: [`Transform: AWS::Serverless-2016-10-31\n${queueAndTopic('')}`],
  },

  scope: 'resource',

  *find({ template, resources }) {
    if (!template || template.usesSam) return;
    for (const resource of resources) {
      for (const name of ATTRIBUTES) {
        const entry = entryOf(resource.node, name);
        if (entry && !entryOf(template.tree.root, TRANSFORM)) yield { resource, entry };
      }
    }
  },

  diagnose: ({ entry: { key } }) => ({
    span: key.span,
    message: `Only SAM knows ${key.text}, and this template does not ask for it, so the deployment fails. Add Transform: ${SAM}.`,
    subject: {},
  }),

  fix: (_, { template, tree }: Analysis) => {
    const { root } = tree;
    if (!template || root?.kind !== 'mapping') return [];
    const edit = addEntry(tree, root, TRANSFORM, SAM, entryOf(root, 'AWSTemplateFormatVersion'));
    return [{ title: `Add Transform: ${SAM}`, preferred: true, edits: [edit] }];
  },
});

const TRANSFORM = 'Transform';
const SAM = 'AWS::Serverless-2016-10-31';

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html */
const ATTRIBUTES: readonly string[] = ['Connectors', 'IgnoreGlobals'];

/** @param mark a line below `Connectors` that marks a finding there */
function queueAndTopic(mark: string): string {
  return `Resources:
  Orders:
    Type: AWS::SQS::Queue
  Alarms:
    Type: AWS::SNS::Topic
    Connectors:
${mark}      ToOrders:
        Properties:
          Destination: { Id: Orders }
          Permissions: [Write]
`;
}
