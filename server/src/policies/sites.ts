import { guardOf, intrinsicOf, propertyNodes, type Resource, type Template, templateReader } from '../cloudformation/index.ts';
import { isPolicyDocument, type PolicyDocument, readPolicyDocument, readStatements } from '../iam/index.ts';
import { documentFact, fact, grouped, lookup, sameItems } from '../incremental/facts.ts';
import { conjoin, contradicts, type Guard, type ValueReader } from '../symbolic/index.ts';
import { child, literalText, type MappingNode, type SyntaxNode } from '../syntax/index.ts';
import { embeddedPolicy } from './embeddedPolicy.ts';
import { type PolicyProperty, policyPropertiesOf, typesWithPolicies } from './policyProperties.ts';
import { kindOfOrganizationPolicy, type PolicyKind, type PolicySite } from './site.ts';

/**
 * Every policy that the template writes down, in the order of its resources: whole documents, documents in JSON strings, and the
 * bare statements of SAM's API and of an event bus. A policy of `Globals` stands once, with the first resource that has it.
 */
export const policySitesOf = documentFact((template: Template): readonly PolicySite[] => {
  const seen = new Set<SyntaxNode>();
  return template
    .ofTypes(typesWithPolicies())
    .flatMap((resource) => sitesOfResource(template, resource))
    .filter(({ node }) => !seen.has(node) && seen.add(node))
    .map(({ site }) => site);
}, sameItems);

/** Those whose owner is a resource. */
export const policySitesAt = lookup(
  (template: Template, owner: Resource): readonly PolicySite[] => sitesByOwner(template).get(owner) ?? [],
  sameItems,
);

const sitesByOwner = documentFact((template: Template) => grouped(policySitesOf(template), ({ owner }) => owner));

interface FoundSite {
  readonly node: SyntaxNode;
  readonly site: PolicySite;
}

const sitesOfResource = fact((template: Template, resource: Resource): readonly FoundSite[] => {
  const reader = templateReader({ template });
  return policyPropertiesOf(resource.type).flatMap((property) =>
    placesOf(resource, template, property, reader).flatMap((place) => {
      const document = documentAt(place, property, template, reader);
      return document ? [{ node: place.node, site: toSite(document, place, property, resource) }] : [];
    }),
  );
});

function toSite(document: PolicyDocument, place: Place, { kind }: PolicyProperty, owner: Resource): PolicySite {
  const guard = conjoin(guardOf(owner), place.guard);
  return { kind: kind === 'unknown' ? kindByType(owner) : kind, document, owner, property: place.path.join('.'), guard };
}

function kindByType(owner: Resource): PolicyKind {
  return kindOfOrganizationPolicy(literalText(child(owner.properties, 'Type')));
}

/** A node on the way to a policy. */
interface Place {
  readonly node: SyntaxNode;
  readonly path: readonly string[];
  readonly guard: Guard;
}

/** The nodes at a property's path, conditions on the way looked through. */
function placesOf(resource: Resource, template: Template, property: PolicyProperty, reader: ValueReader): readonly Place[] {
  const [first = '', ...rest] = property.path.split('.');
  const key = first.replace('[]', '');
  const start = propertyNodes(template, resource, key).map((node) => ({ node, path: [key], guard: [] }));
  const holdsList = first.endsWith('[]') || (property.holds === 'sam-policies' && rest.length === 0);
  const opened = start.flatMap((place) => open(place, holdsList, reader));
  return rest.reduce<readonly Place[]>((places, segment) => places.flatMap((place) => step(place, segment, reader)), opened);
}

function step(place: Place, segment: string, reader: ValueReader): readonly Place[] {
  const key = segment.replace('[]', '');
  const node = child(place.node, key);
  return node ? open({ node, path: [...place.path, key], guard: place.guard }, segment.endsWith('[]'), reader) : [];
}

/** The values that a place may turn out to have, and where a list stands the values of its items. */
function open(place: Place, holdsList: boolean, reader: ValueReader): readonly Place[] {
  return reader.branches(place.node).flatMap(({ node, guard: own }) => {
    const guard = conjoin(place.guard, own);
    if (!node || contradicts(guard, guard)) return [];
    if (!holdsList || node.kind !== 'sequence') return [{ node, path: place.path, guard }];
    return node.items.flatMap((item, i) => open({ node: item, path: [...place.path, String(i)], guard }, false, reader));
  });
}

function documentAt(
  { node }: Place,
  { holds, kind }: PolicyProperty,
  template: Template,
  reader: ValueReader,
): PolicyDocument | undefined {
  const json = stringified(node);
  if (json && isPolicyDocument(json)) return readPolicyDocument(json, reader);
  if (node.kind === 'scalar' || reader.isOpaque(node)) return holds === 'document' ? embeddedPolicy(node, template) : undefined;
  if (holds === 'statements') return bareStatements(node, reader);
  if (node.kind !== 'mapping' || (holds === 'sam-policies' && !child(node, 'Statement'))) return undefined;
  return kind === 'unknown' && !isPolicyDocument(node) ? undefined : readPolicyDocument(node, reader);
}

/** What `Fn::ToJsonString` makes a string of. */
function stringified(node: SyntaxNode): MappingNode | undefined {
  const call = intrinsicOf(node);
  return call?.name === 'Fn::ToJsonString' && call.argument.kind === 'mapping' ? call.argument : undefined;
}

/** Statements without a document around them, as a document; its node is the nearest mapping. */
function bareStatements(node: SyntaxNode, reader: ValueReader): PolicyDocument | undefined {
  let around: SyntaxNode | undefined = node;
  while (around && around.kind !== 'mapping') around = around.parent;
  return around && { version: undefined, ...readStatements(node, reader), node: around, span: node.span };
}
