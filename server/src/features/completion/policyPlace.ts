import { child, type SyntaxNode } from '../../syntax/index.ts';
import type { Place } from './place.ts';
import { entryWith, type Scene } from './scene.ts';

/** The kind of place in a policy: nothing outside of policies, and where anything may stand. */
export function policyPlace(scene: Scene): Place | undefined {
  const { site, statement } = scene;
  if (statement) return statementPlace(scene, statement.node);
  if (!site) return undefined;
  return documentPlace(scene, site.document.node);
}

function documentPlace({ around, role, word }: Scene, document: SyntaxNode): Place | undefined {
  if (role === 'key' && word.node.parent === document) return { kind: 'document-key' };
  const element = elementBelow(around, document);
  if (element === 'Version' && role === 'value') return { kind: 'version' };
  const list = child(document, 'Statement');
  return element === 'Statement' && (word.node === list || word.node.parent === list) ? { kind: 'statement' } : undefined;
}

function statementPlace(scene: Scene, statement: SyntaxNode): Place | undefined {
  const { around, role, word } = scene;
  if (role === 'key' && word.node.parent === statement) return { kind: 'statement-key' };
  const element = elementBelow(around, statement);
  const list = role === 'value' ? LISTS[element ?? ''] : undefined;
  if (list) return list;
  switch (element) {
    case 'Principal':
    case 'NotPrincipal':
      return principalPlace(scene, statement);
    case 'Condition':
      return conditionPlace(scene, statement);
    default:
      return undefined;
  }
}

/** The elements that hold values and no keys. */
const LISTS: Readonly<Record<string, Place>> = {
  Action: { kind: 'action' },
  NotAction: { kind: 'action' },
  Resource: { kind: 'resource' },
  NotResource: { kind: 'resource' },
  Effect: { kind: 'effect' },
};

/** The key below an outer node under which the cursor stands. */
function elementBelow(around: readonly SyntaxNode[], outer: SyntaxNode): string | undefined {
  return keysBelow(around, outer)[0];
}

/** The keys of mappings that lead from an outer node to the cursor. */
function keysBelow(around: readonly SyntaxNode[], outer: SyntaxNode): readonly string[] {
  return around
    .slice(0, around.indexOf(outer))
    .flatMap((node) => {
      const entry = entryWith(node);
      return entry && entry.value === node && entry.key.text !== 'Fn::If' ? [entry.key.text] : [];
    })
    .reverse();
}

function principalPlace({ around, role }: Scene, statement: SyntaxNode): Place | undefined {
  const [, type] = keysBelow(around, statement);
  if (type === undefined) return { kind: 'principal-type' };
  return role === 'value' ? { kind: 'principal', type } : undefined;
}

function conditionPlace({ around, role }: Scene, statement: SyntaxNode): Place | undefined {
  const [, operator, key] = keysBelow(around, statement);
  if (operator === undefined) return { kind: 'condition-operator' };
  if (key === undefined) return { kind: 'condition-key', operator };
  return role === 'value' ? { kind: 'condition-value', operator, key } : undefined;
}
