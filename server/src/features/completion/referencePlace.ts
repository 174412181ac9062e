import type { Place, ReferenceForm } from './place.ts';
import type { Scene } from './scene.ts';

/** The name that is typed in a reference; nothing where the word is no part of one. */
export function referencePlace(scene: Scene): Place | undefined {
  const { word, path, resource, call } = scene;
  if (!resource || scene.role === 'key') return undefined;
  if (path[2] === 'DependsOn') return whole('DependsOn', scene);
  if (call === 'Ref') return whole('Ref', scene);
  if (call === 'Fn::GetAtt') return word.node.parent?.kind === 'sequence' ? inList(scene) : whole('GetAtt', scene);
  return call === 'Fn::Sub' ? inText(scene) : undefined;
}

function whole(form: ReferenceForm, { word: { before, after } }: Scene): Place {
  return { kind: 'reference', form, piece: { from: 0, to: before.length + 1 + after.length, before } };
}

/** `[Queue, Arn]`: the second item is an attribute of the first. */
function inList(scene: Scene): Place | undefined {
  const { node } = scene.word;
  const [first] = node.parent?.kind === 'sequence' ? node.parent.items : [];
  if (first === node) return whole('logical-id', scene);
  return first?.kind === 'scalar' ? whole({ attributeOf: first.text }, scene) : undefined;
}

/** The name behind `${` in a text. */
function inText({ word: { before, after } }: Scene): Place | undefined {
  const open = before.lastIndexOf('${');
  if (open < 0 || /[}!]/.test(before.slice(open))) return undefined;
  const rest = (/^[\w:.]*(?=\})/.exec(after) ?? /^\w*/.exec(after))?.[0].length ?? 0;
  const from = open + 2;
  const piece = { from, to: before.length + 1 + rest, before: before.slice(from), open: after[rest] !== '}' };
  return { kind: 'reference', form: 'Sub', piece };
}
