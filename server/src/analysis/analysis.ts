import type { CloudFormationKnowledge, Resource, Template } from '../cloudformation/index.ts';
import type { IamKnowledge } from '../iam/index.ts';
import type { PermissionGraph, PermissionIndex, RoleKnowledge } from '../lambda/index.ts';
import type { PolicySite } from '../policies/index.ts';
import type { SyntaxTree } from '../syntax/index.ts';
import type { SourceText, SyntaxProblem } from '../text/sourceText.ts';

/** What the engine knows of AWS, loaded once by the host. */
export interface Knowledge extends RoleKnowledge {
  readonly iam: IamKnowledge;
  readonly cloudFormation: CloudFormationKnowledge;
}

export type DocumentKind = 'sam' | 'cloudformation' | 'policy' | 'none';

/** All that is known about one version of one document. Never mutated. */
export interface Analysis {
  readonly source: SourceText;
  readonly tree: SyntaxTree;
  readonly problems: readonly SyntaxProblem[];
  readonly kind: DocumentKind;
  readonly template: Template | undefined;
  /** What is looked at of the template: all of its resources, or a single one (see `views.ts`). */
  readonly resources: readonly Resource[];
  readonly policies: readonly PolicySite[];
  readonly permissions: PermissionGraph;
  /** The permissions of the whole template, whatever is looked at. */
  readonly whole: PermissionIndex;
  readonly knowledge: Knowledge;
}
