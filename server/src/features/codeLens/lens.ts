import type { Span } from '../../text/span.ts';

/** A line above a resource, a policy or a trigger. What it says is worked out when the editor shows it. */
export interface CodeLens {
  readonly span: Span;
  readonly subject: LensSubject;
}

/** What a lens is about: enough to find it again in a later version of the document. */
export type LensSubject =
  | { readonly kind: 'function' | 'role' | 'policy'; readonly logicalId: string }
  /** A policy of a file that is no template, by its place among them. */
  | { readonly kind: 'policy-file'; readonly index: number }
  /** A trigger by its resource and the property that names the function. */
  | { readonly kind: 'trigger'; readonly logicalId: string; readonly property: string; readonly functionId: string };

/** The words of a lens. */
export interface LensText {
  readonly title: string;
  /** The function that a click explains; absent where there is nothing more to say. */
  readonly explains: string | undefined;
}
