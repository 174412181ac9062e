import type { PolicySite } from '../../policies/index.ts';
import type { Offset } from '../../text/span.ts';
import { policyTitle } from '../describe/policyKind.ts';
import type { HintSource, InlayHint } from './hint.ts';

/** Of what kind a policy is, and whose: behind the key that it stands under, or behind the first line of an entry in a list. */
export const policyKindHints: HintSource = function* ({ analysis, sites }): Generator<InlayHint> {
  for (const site of sites) {
    const at = placeFor(site);
    if (at !== undefined && site.kind !== 'unknown') yield { at, label: policyTitle(site, analysis) };
  }
};

/** A policy in a string has no place for a hint of its own. */
function placeFor({ document, owner }: PolicySite): Offset | undefined {
  const { parent, entries } = document.node;
  if (owner && !parent) return undefined;
  const holder = parent?.kind === 'mapping' ? parent.entries.find(({ value }) => value === document.node) : undefined;
  if (holder) return holder.key.span.end + COLON;
  const [first] = entries;
  if (!first) return undefined;
  return first.value?.kind === 'scalar' ? first.value.outerSpan.end : first.key.span.end + COLON;
}

/** The colon belongs to the key. */
const COLON = 1;
