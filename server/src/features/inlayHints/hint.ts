import type { Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import type { Offset } from '../../text/span.ts';

/** A remark between the words of the text. */
export interface InlayHint {
  readonly at: Offset;
  readonly label: string;
  /** Markdown. */
  readonly tooltip?: string;
}

/** The part of a document that hints are asked for: what lies in it, resource by resource. */
export interface Section {
  readonly analysis: Analysis;
  readonly resources: readonly Resource[];
  readonly sites: readonly PolicySite[];
}

/** One kind of hint. */
export type HintSource = (section: Section) => Iterable<InlayHint>;
