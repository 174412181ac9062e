import type { Analysis } from '../../analysis/index.ts';
import type { Template } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import type { PermissionGraph } from '../../lambda/index.ts';
import type { Finding } from '../../rules/index.ts';
import { type FixFinder, fixFinder } from './fixes.ts';
import { type Places, placesIn } from './places.ts';

/** Whether a statement is written in this text, and not in a policy of AWS's or SAM's. */
export type Written = (statement: Statement) => boolean;

/** What all edges of a map are read from. */
export interface Scene {
  readonly template: Template;
  readonly permissions: PermissionGraph;
  readonly places: Places;
  readonly written: Written;
  /** Whether AWS has an action of this name. */
  readonly exists: (action: string) => boolean;
  readonly fixAt: FixFinder;
}

export function sceneOf(analysis: Analysis, template: Template, findings: readonly Finding[]): Scene {
  const { permissions, policies, knowledge } = analysis;
  const statements = new Set(policies.flatMap(({ document }) => document.statements.map(({ node }) => node)));
  return {
    template,
    permissions,
    places: placesIn(template, (service) => knowledge.iam.service(service)?.title ?? service),
    written: ({ node }) => statements.has(node),
    exists: (action) => knowledge.iam.action(action) !== undefined,
    fixAt: fixFinder(findings),
  };
}
