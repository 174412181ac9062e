import type { Analysis } from '../../analysis/index.ts';
import { draftOf, type Resource } from '../../cloudformation/index.ts';
import type { SamPolicyTemplate } from '../../iam/knowledge/index.ts';
import { display } from '../../symbolic/index.ts';
import { entryOf } from '../../syntax/index.ts';
import { mapping, renameKey, replaceValue } from '../../syntax/write/index.ts';
import { nearest } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix, type Outcome, type Severity } from '../rule.ts';
import {
  bareNamesOf,
  type NoName,
  nonNamesOf,
  type PolicyTemplateUse,
  policyTemplateUsesOf,
  TEMPLATE_USERS,
} from '../support/policyTemplates.ts';

/** One mistake, in words already. */
interface Found {
  readonly owner: Resource;
  readonly name: string;
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly outcome?: Outcome;
  readonly suggestion?: string | undefined;
  readonly fix?: Fix | undefined;
}

/** A SAM policy template that does not exist, or is not given what it asks for. */
export const invalidPolicyTemplate = defineRule<Found>({
  id: 'invalid-policy-template',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A SAM policy template that does not exist, or is not given the parameters it asks for.',
    why:
      'SAM replaces an entry such as SQSPollerPolicy in Policies by statements, and puts its parameters into their ARNs. A name that it does ' +
      'not know or a parameter that is not given ends the deployment. An ARN where a name is asked for deploys, and grants nothing, because ' +
      'the ARN then stands inside another ARN.',
    url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html',
    aka: [],
    bad: [
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: src
      Policies:
        - SQSSendMessagesPolicy:
        # ^^^^^^^^^^^^^^^^^^^^^ SAM has no policy template SQSSendMessagesPolicy
            QueueName: !GetAtt Orders.QueueName
        - SQSSendMessagePolicy:
            QueueName: !GetAtt Orders.Arn
            #          ^^^^^^^^^^^^^^^^^^ QueueName of SQSSendMessagePolicy is given an ARN
`,
    ],
    good: [
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: src
      Policies:
        - SQSSendMessagePolicy:
            QueueName: !GetAtt Orders.QueueName
`,
    ],
  },

  scope: 'resource',
  types: TEMPLATE_USERS,

  *find(analysis) {
    for (const use of policyTemplateUsesOf(analysis)) yield* mistakesIn(use, analysis);
    for (const { owner, node, policy } of bareNamesOf(analysis)) {
      const message =
        `SAM takes ${policy.name} for the name of a managed policy here, which does not exist, so the deployment fails. ` +
        `A policy template is written with its parameters: ${policy.name}: ${shownParameters(policy)}.`;
      const edits = [replaceValue(analysis.tree, node, mapping({ [policy.name]: mapping({}) }))];
      const fix =
        policy.parameters.length > 0 ? undefined : { title: `Write ${policy.name} as a policy template`, preferred: true, edits };
      yield { owner, name: policy.name, span: node.outerSpan, message, fix };
    }
  },

  diagnose: ({ owner, name, span, message, severity, outcome, suggestion }) => ({
    span,
    message,
    subject: { function: owner.logicalId, policy: name, ...(suggestion === undefined ? {} : { suggestion }) },
    ...(severity ? { severity } : {}),
    ...(outcome ? { outcome } : {}),
  }),

  fix: ({ fix }) => (fix ? [fix] : []),
});

function mistakesIn(use: PolicyTemplateUse, analysis: Analysis): readonly Found[] {
  if (!use.policy) return [unknownName(use, analysis)];
  const named = nonNames(use, analysis);
  return [...missingParameters(use, use.policy), ...extraParameters(use, use.policy), ...named];
}

/** A name may differ from the one that was meant in a third of its letters. */
function unknownName({ owner, entry }: PolicyTemplateUse, { knowledge }: Analysis): Found {
  const name = entry.key.text;
  const names = knowledge.samPolicyTemplates.names();
  const suggestion = nearest(name, names, (known) => Math.min(4, Math.floor(known.length / 3)));
  const advice = suggestion
    ? `Did you mean ${suggestion}?`
    : 'Write a statement instead, or take one of the names in its documentation.';
  return {
    owner,
    name,
    span: entry.key.span,
    message: `SAM has no policy template ${name}, so the deployment fails. ${advice}`,
    suggestion,
    fix: suggestion ? { title: `Replace with ${suggestion}`, preferred: true, edits: [renameKey(entry, suggestion)] } : undefined,
  };
}

function missingParameters({ owner, entry }: PolicyTemplateUse, policy: SamPolicyTemplate): readonly Found[] {
  const { value, key } = entry;
  if (value?.kind === 'mapping' && value.entries.some((one) => one.key.text.startsWith('Fn::') || one.key.text === '<<'))
    return [];
  const missing = policy.parameters.filter(({ name }) => !entryOf(value, name));
  const isNothing = value?.kind !== 'mapping';
  if (missing.length === 0 && !isNothing) return [];
  const lacking = missing.map(({ name }) => name).join(' and ');
  const message =
    lacking === ''
      ? `${policy.name} needs an empty mapping behind it, or the deployment fails. Write ${policy.name}: {}.`
      : `${policy.name} is not given ${lacking}, so the deployment fails. ${missing.map(({ description }) => `${description.replace(/\.$/, '')}.`).join(' ')}`;
  return [{ owner, name: policy.name, span: key.span, message }];
}

function extraParameters({ owner, entry }: PolicyTemplateUse, policy: SamPolicyTemplate): readonly Found[] {
  if (entry.value?.kind !== 'mapping') return [];
  const known = policy.parameters.map(({ name }) => name);
  const extra = entry.value.entries.filter(({ key }) => !known.includes(key.text) && /^\w+$/.test(key.text));
  return extra.map((one) => {
    const text = one.key.text;
    const meant = nearest(
      text,
      known.filter((name) => !entryOf(entry.value, name)),
      (name) => Math.floor(name.length / 2),
    );
    return {
      owner,
      name: policy.name,
      span: one.key.span,
      message: `${policy.name} has no parameter ${text}, so SAM ignores it. ${meant ? `Did you mean ${meant}?` : takes(policy)}`,
      severity: 'hint',
      outcome: 'no-effect',
      suggestion: meant,
      fix: meant ? { title: `Replace with ${meant}`, preferred: true, edits: [renameKey(one, meant)] } : undefined,
    };
  });
}

function takes({ parameters }: SamPolicyTemplate): string {
  return parameters.length === 0 ? 'It has no parameters.' : `It takes ${parameters.map(({ name }) => name).join(' and ')}.`;
}

function shownParameters({ parameters }: SamPolicyTemplate): string {
  return parameters.length === 0 ? '{}' : `{ ${parameters.map(({ name }) => `${name}: …`).join(', ')} }`;
}

function nonNames(use: PolicyTemplateUse, analysis: Analysis): readonly Found[] {
  const { owner, policy } = use;
  if (!policy || !analysis.template) return [];
  return nonNamesOf(use, analysis.template).map((wrong) => {
    const right = wrong.name && display(wrong.name).slice(2, -1);
    return {
      owner,
      name: policy.name,
      span: wrong.node.outerSpan,
      message:
        `${wrong.parameter} of ${policy.name} is given ${wrong.gives === 'ARN' ? 'an ARN' : 'a URL'}. SAM puts the value into an ARN itself, ` +
        `so this grants nothing. ${adviceFor(right)}`,
      outcome: 'access-denied',
      suggestion: right,
      fix: nameFix(wrong, right, analysis),
    };
  });
}

function adviceFor(right: string | undefined): string {
  if (right === undefined) return 'Give the name alone.';
  return `Give the name: ${right.includes('.') ? '!GetAtt' : '!Ref'} ${right}.`;
}

function nameFix({ name, node }: NoName, right: string | undefined, { tree }: Analysis): Fix | undefined {
  const draft = name && draftOf(name);
  return draft === undefined || right === undefined
    ? undefined
    : { title: `Use ${right}`, preferred: true, edits: [replaceValue(tree, node, draft)] };
}
