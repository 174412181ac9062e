import {
  argumentItems,
  argumentText,
  bind,
  evaluate,
  intrinsicOf,
  type Scope,
  substitute,
  type Template,
} from '../cloudformation/index.ts';
import { isPolicyDocument, type PolicyDocument, readPolicyDocument } from '../iam/index.ts';
import { literalReader, type ValueReader } from '../symbolic/index.ts';
import { parseEmbedded, type ScalarNode, type SyntaxNode } from '../syntax/index.ts';

/** The policy that a property gives as a JSON string, plain or in `Fn::Sub`; spans are in the outer text. A text that is no policy has none. */
export function embeddedPolicy(node: SyntaxNode, template: Template): PolicyDocument | undefined {
  const found = textOf(node, { template });
  if (!found) return undefined;
  const root = parseEmbedded(found.scalar)?.root;
  return root?.kind === 'mapping' && isPolicyDocument(root) ? readPolicyDocument(root, found.reader) : undefined;
}

interface EmbeddedText {
  readonly scalar: ScalarNode;
  /** Reads the values of the document in the text. */
  readonly reader: ValueReader;
}

function textOf(node: SyntaxNode, scope: Scope): EmbeddedText | undefined {
  const call = intrinsicOf(node);
  if (!call) return node.kind === 'scalar' ? { scalar: node, reader: literalReader } : undefined;
  if (call.name !== 'Fn::Sub') return undefined;
  const [text, variables] = argumentText(call) === undefined ? (argumentItems(call) ?? []) : [call.argument];
  if (text?.kind !== 'scalar') return undefined;
  const bindings = variables?.kind === 'mapping' ? variables.entries : [];
  const inner = bindings.flatMap(({ key, value }) => (value ? [[key.text, evaluate(value, scope)] as const] : []));
  return { scalar: text, reader: substituting(bind(scope, new Map(inner))) };
}

/** Reads strings in which `${…}` is filled in, as `Fn::Sub` does for the whole text before anybody reads the document. */
function substituting(scope: Scope): ValueReader {
  return {
    ...literalReader,
    evaluate: (node) => (node.kind === 'scalar' ? substitute(node.text, scope, node.span) : literalReader.evaluate(node)),
  };
}
