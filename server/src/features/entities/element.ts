import { branchesOf } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import { isExpressionKey } from '../../rules/support/policyElements.ts';
import { isWholeDocument } from '../../rules/support/policyWalk.ts';
import { child, literalText, type SyntaxNode } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { type Spot, wordSpan } from './spot.ts';

/** The key of an element of a policy or of a statement: `Statement`, `NotPrincipal`. */
export interface ElementEntity {
  readonly kind: 'element';
  readonly name: string;
  readonly statement: Statement | undefined;
  readonly site: PolicySite;
  readonly span: Span;
}

/** `Allow` or `Deny`. */
export interface EffectEntity {
  readonly kind: 'effect';
  /** As written. */
  readonly effect: string;
  readonly statement: Statement;
  readonly site: PolicySite;
  readonly span: Span;
}

/** The version of the policy language. */
export interface VersionEntity {
  readonly kind: 'version';
  /** As written. */
  readonly version: string;
  readonly span: Span;
}

export function elementAt(spot: Spot): ElementEntity | EffectEntity | VersionEntity | undefined {
  const { node, parent, entry, site, statement } = spot;
  if (!site) return undefined;
  // Around statements without a document stand the keys of the resource.
  if (!statement && !isWholeDocument(site)) return undefined;
  const holder = statement ? statement.node : site.document.node;
  if (entry && parent === holder && !isExpressionKey(entry.key)) {
    return { kind: 'element', name: entry.key.text, statement, site, span: wordSpan(node) };
  }
  return statement ? effectAt(spot, statement, site) : versionAt(spot, site);
}

function effectAt(spot: Spot, statement: Statement, site: PolicySite): EffectEntity | undefined {
  const effect = isValueOf(spot, child(statement.node, 'Effect')) ? literalText(spot.node) : undefined;
  return effect === undefined ? undefined : { kind: 'effect', effect, statement, site, span: wordSpan(spot.node) };
}

function versionAt(spot: Spot, { document }: PolicySite): VersionEntity | undefined {
  const version = isValueOf(spot, child(document.node, 'Version')) ? literalText(spot.node) : undefined;
  return version === undefined ? undefined : { kind: 'version', version, span: wordSpan(spot.node) };
}

/** Whether the spot is the value, or one that a condition chooses; not the name of that condition. */
function isValueOf({ node }: Spot, value: SyntaxNode | undefined): boolean {
  return value !== undefined && branchesOf(value).some((branch) => branch.node === node);
}
