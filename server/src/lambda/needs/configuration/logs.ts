import { canonical, evaluate, type Template } from '../../../cloudformation/index.ts';
import { documentFact, sameItems } from '../../../incremental/facts.ts';
import { concat, display, ofHole, type SymbolicString } from '../../../symbolic/index.ts';
import { documented, required } from '../grants.ts';
import { type Setting, settingsOf } from '../places.ts';
import type { NeedContext, NeedPlace, NeedRow } from '../row.ts';
import { arnIn } from '../targets.ts';

export const logs: NeedRow = {
  kind: 'logs',
  definition: {
    id: 'logs',
    title: 'Logs in Amazon CloudWatch Logs',
    because: 'Lambda writes what the function logs with the permissions of the execution role; without them the logs are lost.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    severity: 'warning',
    outcome: 'no-effect',
  },
  find: (context) => {
    const settings = settingsOf(context, 'LoggingConfig', 'LogGroup');
    return settings.length > 0 ? settings.map((setting) => chosenGroup(context, setting)) : [ownGroup(context)];
  },
};

function chosenGroup(context: NeedContext, { node, guard }: Setting): NeedPlace {
  const { fn, template } = context;
  const subject = `${fn.logicalId}.LoggingConfig`;
  const name = canonical(evaluate(node, { template }), template);
  return { subject, span: node.outerSpan, resource: fn.resource, guard, grants: writing(context, name) };
}

/** Without a choice, the group that Lambda names after the function. */
function ownGroup(context: NeedContext): NeedPlace {
  const { fn, template } = context;
  const name = concat(['/aws/lambda/', refTo(fn.logicalId, template)]);
  return {
    subject: fn.logicalId,
    span: fn.resource.nameSpan,
    resource: fn.resource,
    guard: fn.guard,
    grants: writing(context, name),
  };
}

function writing(context: NeedContext, name: SymbolicString) {
  // Streams stand behind the group in the ARN: a policy on the group's ARN without `:*` covers none of them.
  const streams = arnIn('logs', 'log-group:', name, ':*');
  const write = required(['logs:CreateLogStream', 'logs:PutLogEvents'], streams);
  return isDeclared(context, name) ? [write] : [documented(['logs:CreateLogGroup'], streams), write];
}

/** A group that the template makes need not be made by the function. */
function isDeclared({ template }: NeedContext, name: SymbolicString): boolean {
  const group = display(name);
  return declared(template).some((each) => each === group);
}

const LOG_GROUP: ReadonlySet<string> = new Set(['AWS::Logs::LogGroup']);

/** The names of the log groups that the template makes. */
const declared = documentFact(
  (template: Template) => template.ofTypes(LOG_GROUP).map(({ logicalId }) => display(refTo(logicalId, template))),
  sameItems,
);

/** What `Ref` gives for a function or a log group: its name. */
function refTo(logicalId: string, template: Template): SymbolicString {
  return canonical(ofHole({ kind: 'attribute', logicalId, attribute: undefined }), template);
}
