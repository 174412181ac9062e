import type { Analysis } from '../../analysis/index.ts';
import { branchesOf } from '../../cloudformation/index.ts';
import type { ConditionTest, PolicyValue, Statement } from '../../iam/index.ts';
import { onceFor } from '../../incremental/once.ts';
import { type PolicySite, policyPropertiesOf } from '../../policies/index.ts';
import type { MappingNode, SyntaxNode } from '../../syntax/index.ts';
import { isExpression } from './policyElements.ts';

/** A statement and the policy that it belongs to. */
export interface PlacedStatement {
  readonly site: PolicySite;
  readonly statement: Statement;
}

/** Every policy of the document; one that stands in several places by an anchor stands once for each kind of place. */
export const sitesOf: (analysis: Analysis) => readonly PolicySite[] = onceFor((analysis) => [...eachSitesOf(analysis)]);

function* eachSitesOf({ policies }: Analysis): Generator<PolicySite> {
  const seen = new Set<string>();
  for (const site of policies) {
    const place = `${site.kind} ${site.document.span.start}`;
    if (!seen.has(place)) yield site;
    seen.add(place);
  }
}

/** Every statement of every policy, each once where it is written. */
export const statementsOf: (analysis: Analysis) => readonly PlacedStatement[] = onceFor((analysis) => [
  ...eachStatementsOf(analysis),
]);

function* eachStatementsOf(analysis: Analysis): Generator<PlacedStatement> {
  const seen = new Set<string>();
  for (const site of sitesOf(analysis)) {
    for (const statement of site.document.statements) {
      const place = `${site.kind} ${statement.span.start}`;
      if (!seen.has(place)) yield { site, statement };
      seen.add(place);
    }
  }
}

/** A value of a statement, and the condition it is tested by where it is one of a condition's. */
export interface PlacedValue extends PlacedStatement {
  readonly value: PolicyValue;
  readonly test: ConditionTest | undefined;
}

/** Every value in which IAM fills in policy variables: resources, and what conditions compare with. */
export function* variableValuesOf(analysis: Analysis): Generator<PlacedValue> {
  for (const placed of statementsOf(analysis)) {
    const { resources, conditions } = placed.statement;
    for (const value of resources?.values ?? []) yield { ...placed, value, test: undefined };
    for (const test of conditions) for (const value of test.values) yield { ...placed, value, test };
  }
}

/** Whether the policy is a document of its own: not statements for which AWS writes the rest. */
export function isWholeDocument({ owner, property }: PolicySite): boolean {
  const place = owner && policyPropertiesOf(owner.type).find(({ path }) => path === property);
  return place?.holds !== 'statements';
}

/** Whether the policy stands in a `Policies` of SAM. */
export function isSamInline({ owner, property }: PolicySite): boolean {
  return owner?.type.startsWith('AWS::Serverless::') === true && property.startsWith('Policies');
}

/** Every mapping in a policy that is written out, from the outside in; expressions are left alone. */
export function* mappingsIn(node: SyntaxNode | undefined): Generator<MappingNode> {
  if (!node) return;
  for (const { node: found } of branchesOf(node)) {
    if (!found || isExpression(found) || found.kind === 'scalar') continue;
    if (found.kind === 'mapping') yield found;
    const inner = found.kind === 'mapping' ? found.entries.map(({ value }) => value) : found.items;
    for (const child of inner) yield* mappingsIn(child);
  }
}

/** What a policy is called at the start of a message: `The policy of Worker`, `This policy`. */
export function policyName({ owner }: PolicySite): string {
  return owner ? `The policy of ${owner.logicalId}` : 'This policy';
}

/** The policy that a finding is about, for its subject. */
export function policySubject({ owner }: PolicySite): { readonly policy?: string } {
  return owner ? { policy: owner.logicalId } : {};
}
