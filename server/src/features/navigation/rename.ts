import type { Analysis } from '../../analysis/index.ts';
import type { Template } from '../../cloudformation/index.ts';
import { fact } from '../../incremental/facts.ts';
import type { Entry, ScalarNode, SyntaxNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Offset, Span } from '../../text/span.ts';
import type { Mention, Namespace } from './mentions.ts';
import { declarationOf, entriesOf, mentionsIn, mentionsOfName, nameAt, sectionsOf, spanOfName } from './names.ts';

/** Why something cannot be renamed, for the author. */
export interface Refusal {
  readonly refusal: string;
}

export interface RenamePlace {
  /** The name's characters at the offset. */
  readonly span: Span;
  readonly name: string;
}

/** What a rename at an offset would be about; `undefined` where no name of the template stands. */
export function renamePlaceAt(analysis: Analysis, offset: Offset): RenamePlace | Refusal | undefined {
  const name = nameAt(analysis, offset);
  if (!name || !analysis.template) return undefined;
  const refusal = obstacle(analysis.template, name);
  return refusal === undefined ? { span: spanOfName(name), name: name.name } : { refusal };
}

/** The edits that give the name at an offset another one, in its declaration and wherever it is mentioned. */
export function renameAt(analysis: Analysis, offset: Offset, newName: string): readonly TextEdit[] | Refusal | undefined {
  const { template } = analysis;
  const name = nameAt(analysis, offset);
  if (!name || !template) return undefined;
  if (newName === name.name) return [];
  const mentions = mentionsOfName(template, name);
  const refusal = obstacle(template, name) ?? unfit(template, name.namespace, newName) ?? hidden(mentions, newName);
  if (refusal !== undefined) return { refusal };
  const key = declarationOf(template, name)?.entry.key;
  const places = key ? [{ ...name, scalar: key, from: 0 }, ...mentions] : mentions;
  return places.map((place) => renamed(place, newName));
}

/** Quotes are only needed, and only where there are none, for a name that would be read as a number or a truth value. */
function renamed(place: Mention, newName: string): TextEdit {
  const { scalar, from, name } = place;
  if (scalar.style !== 'plain') return { span: spanOfName(place), newText: newName };
  return replaceText(scalar, from, from + name.length, newName);
}

/** Why a name cannot be changed to whatever. */
function obstacle(template: Template, { namespace, name }: Mention): string | undefined {
  const declared = declarationOf(template, { namespace, name });
  if (!declared) return `${name} is not defined in this file, so it cannot be renamed here.`;
  const made = declared.section === 'Resources' ? madeFrom(template, name) : undefined;
  if (made !== undefined)
    return `SAM makes ${made} from the name ${name}, and this template refers to it; a new name would break that reference.`;
  return macroUse(template, name, declared.entry.key);
}

/** A resource that SAM adds under a name that begins with another's, and that the template refers to: `WorkerRole`. */
function madeFrom(template: Template, name: string): string | undefined {
  const { resources } = template;
  if (!resources.get(name)?.type.startsWith('AWS::Serverless::')) return undefined;
  const isOwn = (made: string): boolean =>
    made.startsWith(name) &&
    !declarationOf(template, { namespace: 'value', name: made }) &&
    ![...resources.keys()].some((other) => other.length > name.length && made.startsWith(other));
  for (const mention of mentionsIn(template)) if (mention.namespace === 'value' && isOwn(mention.name)) return mention.name;
  return undefined;
}

/** A macro gets the template as data: whatever text equals the name may mean it, and what it includes is not in this file. */
function macroUse(template: Template, name: string, key: ScalarNode): string | undefined {
  if (bringsInText(template)) return `Fn::Transform brings in text from elsewhere, which may use the name ${name}.`;
  const { root } = template.tree;
  if (template.complete || !root) return undefined;
  const known = new Set<SyntaxNode>([key]);
  for (const { scalar } of mentionsIn(template)) known.add(scalar);
  const isMeant = (node: SyntaxNode): boolean => node.kind === 'scalar' && node.text === name && !known.has(node);
  return nodesIn(root).some(isMeant)
    ? `A macro may take another text "${name}" of this template for the name, so a rename is not safe.`
    : undefined;
}

function bringsInText(template: Template): boolean {
  return sectionsOf(template).some(
    ({ key, value }) => isTransform(key) || entriesOf(value).some((entry) => transformsIn(template, entry)),
  );
}

const transformsIn = fact(
  (_template: Template, { key, value }: Entry) => isTransform(key) || (value !== undefined && nodesIn(value).some(isTransform)),
);

function isTransform(node: SyntaxNode): boolean {
  return node.tag === '!Transform' || (node.kind === 'scalar' && node.text === 'Fn::Transform');
}

/** A node and all below it, keys included. */
function nodesIn(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'scalar') return [node];
  const below = node.kind === 'sequence' ? node.items : node.entries.flatMap(({ key, value }) => (value ? [key, value] : [key]));
  return [node, ...below.flatMap(nodesIn)];
}

/** Why a new name cannot be. Source: CloudFormation's template anatomy, logical ids. */
function unfit(template: Template, namespace: Namespace, newName: string): string | undefined {
  if (!/^[A-Za-z0-9]{1,255}$/.test(newName))
    return `"${newName}" cannot be a name: only letters and digits, at most 255 of them.`;
  if (declarationOf(template, { namespace, name: newName })) return `The name ${newName} is in use already in this file.`;
  return undefined;
}

/** The variables that a `Fn::Sub` brings along hide names of the template. */
function hidden(mentions: readonly Mention[], newName: string): string | undefined {
  const isHidden = mentions.some(({ scalar }) => {
    const list = scalar.parent?.kind === 'sequence' && scalar.parent.items[0] === scalar ? scalar.parent : undefined;
    const variables = list?.items[1];
    return variables?.kind === 'mapping' && variables.entries.some(({ key }) => key.text === newName);
  });
  return isHidden ? `A Fn::Sub that uses the name has a variable of its own called ${newName}.` : undefined;
}
