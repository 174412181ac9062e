import type { Analysis } from '../../analysis/index.ts';
import { removeEntry, removeItem, replaceText } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { attachedBySam, forNoNetwork, type ManagedPolicyUse, managedPolicyUses } from '../support/managedPolicyUses.ts';
import { workerWithRole } from '../support/samples.ts';
import { writtenIn } from '../support/texts.ts';

interface Found extends ManagedPolicyUse {
  /** The functions that are not in a VPC; absent where SAM attaches the policy itself. */
  readonly functionIds?: readonly string[];
}

const FUNCTION = `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: src
`;

/** A managed policy that an execution role has no use for, or has already. */
export const unusedExecutionPermission = defineRule<Found>({
  id: 'unused-execution-permission',
  severity: 'hint',
  outcome: 'too-open',
  docs: {
    summary: 'A managed policy of an execution role that the function has no use for, or that SAM attaches by itself.',
    why:
      'A policy for functions in a VPC lets whoever takes over the function make and remove network interfaces. A function outside a VPC needs ' +
      'none of it. Policies that SAM attaches by itself, such as AWSLambdaBasicExecutionRole, only make the list longer.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    aka: [],
    bad: [
      `${FUNCTION}      Policies:
        - AWSLambdaBasicExecutionRole
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^ SAM attaches AWSLambdaBasicExecutionRole to the role of Worker by itself
`,
      workerWithRole('lambda.amazonaws.com', 'AWSLambdaVPCAccessExecutionRole').replace(
        '  Worker:\n',
        `        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Worker is not in a VPC
  Worker:
`,
      ),
    ],
    good: [FUNCTION, workerWithRole('lambda.amazonaws.com', 'AWSLambdaBasicExecutionRole')],
  },

  scope: 'document',

  *find(analysis) {
    yield* attachedBySam(analysis);
    yield* forNoNetwork(analysis);
  },

  diagnose: ({ owner, node, name, functionIds }) => ({
    span: node.outerSpan,
    message: functionIds
      ? `${functionIds.join(' and ')} ${functionIds.length > 1 ? 'are' : 'is'} not in a VPC, so ${name} allows what is never needed. ` +
        `${name === WITH_LOGS ? `${BASIC} is enough for the logs.` : 'Remove it.'}`
      : `SAM attaches ${name} to the role of ${owner.logicalId} by itself, so naming it here changes nothing. Remove it.`,
    subject: { [owner.type === 'AWS::IAM::Role' ? 'role' : 'function']: owner.logicalId, policy: name },
    outcome: functionIds ? 'too-open' : 'no-effect',
  }),

  fix: (found, analysis) => {
    const { name, functionIds } = found;
    const logs = functionIds && name === WITH_LOGS ? logsInstead(found, analysis) : undefined;
    if (logs) return [{ title: `Replace with ${BASIC}`, preferred: false, edits: [logs] }];
    const edit = removal(found, analysis);
    return edit ? [{ title: `Remove ${name}`, preferred: functionIds === undefined, edits: [edit] }] : [];
  },
});

/** This policy lets the function write its logs too. */
const WITH_LOGS = 'AWSLambdaVPCAccessExecutionRole';
const BASIC = 'AWSLambdaBasicExecutionRole';

/** The policy for logs in the place of the other, where nothing else attaches it. */
function logsInstead({ owner, list, node, name }: Found, { template }: Analysis): TextEdit | undefined {
  const isAttached = template && managedPolicyUses(owner, list.key.text, template).some((use) => use.name === BASIC);
  const written = writtenIn(node);
  if (owner.type !== 'AWS::IAM::Role' || isAttached || !written?.text.endsWith(name)) return undefined;
  return replaceText(written, written.text.length - name.length, written.text.length, BASIC);
}

function removal({ owner: { properties }, list, node }: Found, { tree }: Analysis): TextEdit | undefined {
  const { value } = list;
  if (!properties) return undefined;
  if (value?.kind !== 'sequence' || value.items.length === 1) return removeEntry(tree, properties, list);
  return removeItem(tree, value, node);
}
