import { literalText, type SyntaxNode } from '../syntax/index.ts';

/** A call of an intrinsic function, in its short form (`!GetAtt`) or its long one (`Fn::GetAtt`). */
export interface Intrinsic {
  /** The long name: `Ref`, `Condition` or `Fn::…`. */
  readonly name: string;
  /** What it is given. In the short form this is the node itself, so its own tag does not count. */
  readonly argument: SyntaxNode;
  readonly form: 'short' | 'long';
}

const UNPREFIXED = new Set(['Ref', 'Condition']);

/** The intrinsic function that a node calls, if it calls one. */
export function intrinsicOf(node: SyntaxNode): Intrinsic | undefined {
  if (node.tag !== undefined) {
    const name = node.tag.startsWith('!') ? node.tag.slice(1) : node.tag;
    return { name: UNPREFIXED.has(name) ? name : `Fn::${name}`, argument: node, form: 'short' };
  }
  return longForm(node);
}

function longForm(node: SyntaxNode): Intrinsic | undefined {
  const entry = node.kind === 'mapping' && node.entries.length === 1 ? node.entries[0] : undefined;
  if (!entry?.value || !isIntrinsicName(entry.key.text)) return undefined;
  return { name: entry.key.text, argument: entry.value, form: 'long' };
}

function isIntrinsicName(key: string): boolean {
  return UNPREFIXED.has(key) || key.startsWith('Fn::');
}

/** The intrinsic that the argument itself calls; in the short form the tag that made the call is not a call of its own. */
export function nestedIntrinsic({ argument, form }: Intrinsic): Intrinsic | undefined {
  return form === 'long' ? intrinsicOf(argument) : longForm(argument);
}

/** The argument's text where it is a plain scalar. */
export function argumentText(call: Intrinsic): string | undefined {
  const { argument } = call;
  return argument.kind === 'scalar' && nestedIntrinsic(call) === undefined ? argument.text : undefined;
}

/** The argument's items where it is a list. */
export function argumentItems(call: Intrinsic): readonly SyntaxNode[] | undefined {
  const { argument } = call;
  return argument.kind === 'sequence' && nestedIntrinsic(call) === undefined ? argument.items : undefined;
}

/** Whether the node is `!Ref AWS::NoValue`: the property it stands for does not exist. */
export function isNoValue(node: SyntaxNode): boolean {
  const call = intrinsicOf(node);
  return call?.name === 'Ref' && argumentText(call) === 'AWS::NoValue';
}

/** What `Fn::GetAtt` names, in either spelling; `undefined` while it is half-typed or computed. */
export function getAttPath(call: Intrinsic): { readonly logicalId: string; readonly attribute: string } | undefined {
  const text = argumentText(call);
  const items = argumentItems(call)?.map(literalText);
  const path = text === undefined ? items : [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)];
  const [logicalId, ...rest] = path ?? [];
  if (!logicalId || rest.length === 0 || rest.some((part) => !part)) return undefined;
  return { logicalId, attribute: rest.join('.') };
}
