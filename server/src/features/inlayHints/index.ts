import type { Analysis } from '../../analysis/index.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { HintSource, InlayHint, Section } from './hint.ts';
import { impliedGrantHints } from './impliedGrants.ts';
import { policyKindHints } from './policyKinds.ts';
import { wildcardHints } from './wildcards.ts';

export type { InlayHint } from './hint.ts';

/** Every kind of hint. */
const SOURCES: readonly HintSource[] = [wildcardHints, policyKindHints, impliedGrantHints];

/** The hints in a part of the document; only the resources in it are looked at. */
export function inlayHintsIn(analysis: Analysis, span: Span): readonly InlayHint[] {
  const section = sectionOf(analysis, span);
  return SOURCES.flatMap((source) => [...source(section)]).filter(({ at }) => span.start <= at && at <= span.end);
}

function sectionOf(analysis: Analysis, span: Span): Section {
  const { template, policies } = analysis;
  const resources = [...(template?.resources.values() ?? [])].filter((resource) => overlaps(resource.span, span));
  const ids = new Set(resources.map(({ logicalId }) => logicalId));
  const sites = policies.filter(({ owner, document }) => (owner ? ids.has(owner.logicalId) : overlaps(document.span, span)));
  return { analysis, resources, sites };
}
