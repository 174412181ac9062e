import type { Verdict } from '../../lambda/index.ts';
import type { Span } from '../../text/span.ts';

/** Who calls (left), what is called (middle), what the functions may use (right). */
export type Column = 'source' | 'function' | 'target';

/**
 * The permissions of one template as a picture. A resource that both calls a function and is used by one stands on both sides, so that
 * every edge goes from left to right.
 */
export interface PermissionMap {
  /** In the order of the text within each column. */
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

export interface MapNode {
  /** The column and what stands in it: `source:Bucket`. The same resource keeps its id from one version of the text to the next. */
  readonly id: string;
  readonly column: Column;
  /** A logical id, or what there is in its place: a service, an ARN, an event. */
  readonly label: string;
  /** What kind of thing it is: `S3 Bucket`. */
  readonly detail: string;
  /** Where it is declared, or else where it is named. */
  readonly span: Span;
}

/** Everything that one node is allowed, or should be allowed, to do with another. */
export interface MapEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The worst of the permissions'. */
  readonly verdict: Verdict;
  /** Nothing that the author wrote grants it: SAM does. */
  readonly implicit: boolean;
  readonly permissions: readonly MapPermission[];
}

/** One thing to be allowed, and what allows it. */
export interface MapPermission {
  readonly actions: readonly string[];
  /** Why it is needed, or what it is. */
  readonly because: string;
  readonly verdict: Verdict;
  readonly grantedBy: readonly MapGrant[];
  /** The place that needs it or gives it. */
  readonly span: Span;
  /** The title of the preferred fix of the finding there. */
  readonly fix: string | undefined;
}

/** What grants a permission. */
export interface MapGrant {
  /** The name of the permission, the policy or the role. */
  readonly label: string;
  /** Made by SAM. */
  readonly implicit: boolean;
  /** Where it is written; absent for what is not of this text. */
  readonly span: Span | undefined;
}

/** One permission between two nodes: what edges are made of. */
export interface Arc {
  readonly from: MapNode;
  readonly to: MapNode;
  readonly permission: MapPermission;
}
