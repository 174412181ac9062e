import type { Analysis } from '../../analysis/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';

/** The kinds of the protocol: what is written out, what is drawn together, what is written in another way. */
export type RefactoringKind = 'refactor.inline' | 'refactor.extract' | 'refactor.rewrite';

/** One way to write what stands at a place differently. */
export interface Offer {
  /** In the imperative, with the names that it is about: "Expand SQSPollerPolicy into statements". */
  readonly title: string;
  /** Made when the user has chosen it. */
  readonly edits: () => readonly TextEdit[];
}

/** A change that mends no mistake. It keeps the meaning of the document unless its title says otherwise. */
export interface Refactoring {
  readonly kind: RefactoringKind;
  /** What is offered for the selection or, where it is empty, for the place of the cursor. */
  readonly offersAt: (analysis: Analysis, span: Span) => Iterable<Offer>;
}
