import { arnOf, canonical, draftOf, evaluate, propertyAt, type Template } from '../../cloudformation/index.ts';
import type { PolicyValue, Statement } from '../../iam/index.ts';
import {
  FUNCTION_TYPES,
  type FunctionPermissions,
  type FunctionReference,
  functionReference,
  permissionsAbout,
  roleAllows,
} from '../../lambda/index.ts';
import { concat, display, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { childAt } from '../../syntax/index.ts';
import { addToList } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { servicePrincipal } from '../support/permissions.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly callerId: string;
  readonly roleId: string | undefined;
  /** The function that is called, and what of it is called: `${Worker.Arn}:live`. */
  readonly functionId: string;
  readonly called: SymbolicString;
  readonly qualifier: SymbolicString;
  readonly variable: string;
  readonly statement: Statement;
  readonly resource: PolicyValue;
}

/** A role may invoke the function without a qualifier, and what runs with the role calls an alias or version. */
export const unqualifiedInvokeGrant = defineRule<Found>({
  id: 'unqualified-invoke-grant',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'A role may invoke a function without a qualifier, but an alias or version is what is called.',
    why:
      'IAM compares the ARN that is called. A grant on the function’s own ARN does not cover the ARNs of its aliases and versions, which end in ' +
      'a colon and the qualifier: the call is denied.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html',
    aka: [],
    bad: [sample('!GetAtt Worker.Arn', '                #         ^^^^^^^^^^^^^^^^^^ Caller calls live of Worker\n')],
    good: [sample('!Sub "${Worker.Arn}:*"', '')],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,

  *find(analysis) {
    const { permissions, template } = analysis;
    if (!template?.complete) return;
    for (const caller of permissions.functions) {
      const called = calledBy(caller, template);
      for (const [variable, target] of called) {
        const isCalledPlain = called.some(([, other]) => other.logicalId === target.logicalId && !other.qualifier);
        const found = isCalledPlain ? undefined : grantWithout(caller, target, template);
        if (found) yield { ...found, variable };
      }
    }
  },

  diagnose: ({ callerId, roleId, functionId, qualifier, variable, resource }) => ({
    span: resource.node.outerSpan,
    message:
      `${callerId} calls ${display(qualifier)} of ${functionId} (${variable} names it), but this grants lambda:InvokeFunction on the function without ` +
      'a qualifier, which does not cover its aliases and versions. The call is denied at run time. Grant it on the qualified ARN, too.',
    subject: { function: functionId, ...(roleId === undefined ? {} : { role: roleId }), actions: ['lambda:InvokeFunction'] },
  }),

  fix: ({ called, statement }, { tree }) => {
    const draft = draftOf(called);
    if (draft === undefined) return [];
    const title = `Grant lambda:InvokeFunction on ${display(called)}, too`;
    return [{ title, preferred: true, edits: [addToList(tree, statement.node, 'Resource', draft)] }];
  },
});

/** The functions of the template that a function's environment variables name. */
function calledBy({ fn }: FunctionPermissions, template: Template): readonly (readonly [string, FunctionReference])[] {
  const variables = childAt(propertyAt(template, fn.resource, 'Environment'), 'Variables');
  if (variables?.kind !== 'mapping') return [];
  return variables.entries.flatMap(({ key, value }) => {
    const target = value && functionReference(evaluate(value, { template }), template);
    return target?.logicalId === undefined ? [] : [[key.text, target] as const];
  });
}

/** The grant on the function itself, where the role certainly has no other that covers the qualifier. */
function grantWithout(
  { fn, role }: FunctionPermissions,
  { logicalId: functionId, qualifier }: FunctionReference,
  template: Template,
): Omit<Found, 'variable'> | undefined {
  const target = functionId === undefined ? undefined : template.resources.get(functionId);
  const arn = target && arnOf(target, template);
  if (!arn || functionId === undefined || !qualifier) return undefined;
  const isLetIn = permissionsAbout(template, target).some(
    (one) => one.target.logicalId === functionId && servicePrincipal(one) === undefined,
  );
  const request = {
    action: 'lambda:InvokeFunction',
    given: fn.guard,
    canonical: (value: SymbolicString) => canonical(value, template),
  };
  const { verdict } = roleAllows({ ...request, resource: concat([arn, ':', qualifier]) }, role);
  if (isLetIn || verdict !== 'missing') return undefined;
  const called = concat([ofHole({ kind: 'attribute', logicalId: functionId, attribute: 'Arn' }), ':', qualifier]);
  for (const { statement, source } of roleAllows({ ...request, resource: arn }, role).by) {
    const resource = statement.resources?.values.find(({ value }) => namesPlain(value, functionId, template));
    if (source === 'inline-policy' && resource)
      return { callerId: fn.logicalId, roleId: role.logicalId, functionId, called, qualifier, statement, resource };
  }
  return undefined;
}

function namesPlain(value: SymbolicString, functionId: string, template: Template): boolean {
  const { logicalId, qualifier } = functionReference(value, template);
  return logicalId === functionId && !qualifier;
}

function sample(resource: string, mark: string): string {
  return `${WORKER}  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionName: !Ref Worker
      FunctionVersion: $LATEST
  CallerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      Policies:
        - PolicyName: calls
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: lambda:InvokeFunction
                Resource: ${resource}
${mark}  Caller:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt CallerRole.Arn
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: exports.handler = async () => {};
      Environment:
        Variables:
          WORKER: !Ref Live
`;
}
