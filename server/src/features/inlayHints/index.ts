import type { Analysis } from '../../analysis/index.ts';
import { spanInText } from '../../syntax/index.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { HintSource, InlayHint, Section } from './hint.ts';
import { impliedGrantHints } from './impliedGrants.ts';
import { policyKindHints } from './policyKinds.ts';
import { wildcardHints } from './wildcards.ts';

export type { InlayHint } from './hint.ts';

/** Every kind of hint. */
const SOURCES: readonly HintSource[] = [wildcardHints, policyKindHints, impliedGrantHints];

/** The hints in a part of the document; only the resources in it are looked at. */
export function inlayHintsIn(analysis: Analysis, part: Span): readonly InlayHint[] {
  // A part that spans several resources is one only in the text.
  const asked = spanInText(analysis.tree, part);
  const isAsked = (span: Span): boolean => overlaps(spanInText(analysis.tree, span), asked);
  const hints = SOURCES.flatMap((source) => [...source(sectionOf(analysis, isAsked))]);
  return hints.filter(({ at }) => isAsked({ start: at, end: at }));
}

function sectionOf(analysis: Analysis, isAsked: (span: Span) => boolean): Section {
  const { resources: all, policies } = analysis;
  const resources = all.filter(({ span }) => isAsked(span));
  const ids = new Set(resources.map(({ logicalId }) => logicalId));
  const sites = policies.filter(({ owner, document }) => (owner ? ids.has(owner.logicalId) : isAsked(document.span)));
  return { analysis, resources, sites };
}
