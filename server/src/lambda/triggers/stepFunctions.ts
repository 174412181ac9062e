import { evaluate, propertyAt, type Resource, substitute, type Template } from '../../cloudformation/index.ts';
import { concat, type Guard, NOWHERE, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { child, type ScalarNode, type SyntaxNode } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import { bindingsOf, embeddedText } from './embeddedText.ts';
import { placesAt } from './places.ts';
import { calledWithRole, isFunctionArn, type Sighting, type TriggerRow } from './row.ts';

export const stepFunctions: readonly TriggerRow[] = [
  {
    definition: calledWithRole('states.amazonaws.com', {
      id: 'stepfunctions',
      title: 'AWS Step Functions task',
      docsUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/lambda-iam.html',
      reason: 'The state machine calls with its role, which must allow lambda:InvokeFunction on the function and its qualifier.',
    }),
    types: ['AWS::Serverless::StateMachine', 'AWS::StepFunctions::StateMachine'],
    find: tasks,
  },
];

function tasks(resource: Resource, template: Template): readonly Sighting[] {
  const role = propertyAt(template, resource, resource.type === 'AWS::Serverless::StateMachine' ? 'Role' : 'RoleArn');
  return ['Definition', 'DefinitionString']
    .flatMap((property) => placesAt(resource, template, property))
    .flatMap(({ node, guard, property }) => {
      const definition = read(node, resource, template);
      return definition.root
        ? functionsIn(definition.root, property).flatMap((found) => sighting(found, guard, role, definition, template))
        : functionsInText(node, property, guard, role, template);
    });
}

/** A state machine's definition, and what its texts stand for. */
interface Definition {
  readonly root: SyntaxNode | undefined;
  readonly textOf: (node: SyntaxNode) => SymbolicString;
}

function read(node: SyntaxNode, resource: Resource, template: Template): Definition {
  const bindings = bindingsOf(propertyAt(template, resource, 'DefinitionSubstitutions'), template);
  // `DefinitionSubstitutions` fills in its own names in every text of the definition; other `${…}` stay as they are.
  const substituted = (scalar: ScalarNode): SymbolicString => substitute(scalar.text, { template, bindings }, scalar.span);
  if (node.kind === 'mapping' && node.tag === undefined && child(node, 'States')) {
    const textOf = (value: SyntaxNode): SymbolicString =>
      value.kind === 'scalar' && value.tag === undefined ? substituted(value) : evaluate(value, { template });
    return { root: node, textOf };
  }
  const text = embeddedText(node, template);
  const inText = (scalar: ScalarNode): SymbolicString =>
    node.tag === undefined && node.kind === 'scalar' ? substituted(scalar) : (text?.textOf(scalar) ?? concat([]));
  return { root: text?.root, textOf: (value) => (value.kind === 'scalar' ? inText(value) : concat([])) };
}

interface Named {
  readonly node: SyntaxNode;
  readonly property: string;
  /** A task may have credentials, which name another role than the state machine's. */
  readonly credentials?: SyntaxNode | undefined;
}

const MOST_NODES = 20_000;

/** The nodes of a definition that name the function of a task. */
function functionsIn(root: SyntaxNode, property: string): readonly Named[] {
  const found: Named[] = [];
  const queue: Named[] = [{ node: root, property }];
  for (let i = 0; i < queue.length && i < MOST_NODES; i++) {
    const at = queue[i];
    if (!at) break;
    if (at.node.kind === 'mapping') found.push(...taskFunction(at));
    queue.push(...childrenOf(at));
  }
  return found;
}

function childrenOf({ node, property }: Named): readonly Named[] {
  if (node.kind === 'scalar' || node.tag !== undefined) return [];
  if (node.kind === 'sequence') return node.items.map((item, i) => ({ node: item, property: `${property}.${i}` }));
  return node.entries.flatMap(({ key, value }) => (value ? [{ node: value, property: `${property}.${key.text}` }] : []));
}

const INVOKE = /^arn:[^:]*:states:[^:]*:[^:]*:(?:aws-sdk:)?lambda:invoke(?:\.|$)/;

/** A task names its function as the resource itself, or as the argument of `lambda:invoke`. */
function taskFunction({ node, property }: Named): readonly Named[] {
  const resource = child(node, 'Resource');
  const type = child(node, 'Type');
  if (!resource || (type?.kind === 'scalar' && type.text !== 'Task')) return [];
  if (resource.kind !== 'scalar' || !INVOKE.test(resource.text.replaceAll('${AWS::Partition}', 'aws')))
    return [{ node: resource, property: `${property}.Resource`, credentials: child(node, 'Credentials') }];
  return ['Parameters', 'Arguments'].flatMap((key) => {
    const name = child(child(node, key), 'FunctionName');
    return name ? [{ node: name, property: `${property}.${key}.FunctionName`, credentials: child(node, 'Credentials') }] : [];
  });
}

function sighting(
  { node, property, credentials }: Named,
  guard: Guard,
  role: SyntaxNode | undefined,
  definition: Definition,
  template: Template,
): readonly Sighting[] {
  const target = functionReference(definition.textOf(node), template);
  if (target.logicalId === undefined && !isFunctionArn(target.value)) return [];
  return [{ node, property, guard, role: credentials ?? role, target }];
}

const BEFORE_FUNCTION = /"(?:Resource|FunctionName)"\s*:\s*"(?:arn:[^"]*:function:)?$/;

/** A definition that is put together with `Fn::Join` cannot be read; the functions in it are still found by what stands before them. */
function functionsInText(
  node: SyntaxNode,
  property: string,
  guard: Guard,
  role: SyntaxNode | undefined,
  template: Template,
): readonly Sighting[] {
  const { parts } = evaluate(node, { template });
  return parts.flatMap((part, i) => {
    const before = parts[i - 1];
    if (part.kind !== 'hole' || before?.kind !== 'text' || !BEFORE_FUNCTION.test(before.text)) return [];
    const after = parts[i + 1];
    const qualifier = after?.kind === 'text' ? (/^:[^"]+/.exec(after.text)?.[0] ?? '') : '';
    const target = functionReference(concat([ofHole(part.hole), qualifier], NOWHERE), template);
    return target.logicalId === undefined ? [] : [{ node, property, guard, role, target }];
  });
}
