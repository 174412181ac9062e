import type { FunctionPermissions, NeedCoverage, NeededGrant } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { toGrants } from './grants.ts';
import type { Arc, MapNode } from './model.ts';
import type { Places } from './places.ts';
import type { Scene } from './scene.ts';

/**
 * What the execution role must allow: on the left the sources that Lambda polls with it, on the right everything else. That a function
 * may write its own logs is the rule; it is drawn only where it may not.
 */
export function* needArcsOf(owner: FunctionPermissions, scene: Scene): Generator<Arc> {
  for (const coverage of owner.needs) {
    const isRefused = coverage.verdict === 'missing' || coverage.verdict === 'denied';
    if (coverage.need.kind !== 'logs' || isRefused) yield* arcsOfNeed(owner, coverage, scene);
  }
  yield* unknownSources(owner, scene.places);
}

function* arcsOfNeed(owner: FunctionPermissions, coverage: NeedCoverage, { places, written, fixAt }: Scene): Generator<Arc> {
  const { need, actions, verdict } = coverage;
  const fn = places.ofFunction(owner.fn);
  for (const { node, grants } of byNode(coverage, places)) {
    const own = actions.filter(({ grant }) => grants.includes(grant));
    const isGranted = own.every((action) => action.verdict === 'granted');
    const permission = {
      actions: own.map(({ action }) => action),
      because: need.definition.because,
      verdict: isGranted ? ('granted' as const) : verdict,
      grantedBy: toGrants(
        own.flatMap(({ grantedBy }) => grantedBy),
        owner,
        written,
      ),
      span: need.span,
      fix: isGranted ? undefined : fixAt(need.span, fn.label)?.title,
    };
    yield node.column === 'source' ? { from: node, to: fn, permission } : { from: fn, to: node, permission };
  }
}

/** What is needed on each thing. Of an event source mapping the source itself stands on the left, what else it takes on the right. */
function byNode(
  { need }: NeedCoverage,
  places: Places,
): Iterable<{ readonly node: MapNode; readonly grants: readonly NeededGrant[] }> {
  const nodes = new Map<string, { readonly node: MapNode; readonly grants: NeededGrant[] }>();
  const source = need.kind === 'event-source' ? need.grants.find(({ on }) => display(on) !== '*') : undefined;
  for (const grant of need.grants) {
    const isSource = source !== undefined && display(grant.on) !== '*' && serviceOf(grant) === serviceOf(source);
    const node = places.ofValue(grant.on, isSource ? 'source' : 'target', serviceOf(grant), need.span);
    const known = nodes.get(node.id);
    if (known) known.grants.push(grant);
    else nodes.set(node.id, { node, grants: [grant] });
  }
  return nodes.values();
}

function serviceOf({ actions: [action] }: NeededGrant): string {
  return action?.split(':')[0] ?? '';
}

/** Sources that Lambda polls, of which the template does not tell what they are. */
function* unknownSources({ fn, invokers, needs }: FunctionPermissions, places: Places): Generator<Arc> {
  const known = new Set(needs.filter(({ need }) => need.kind === 'event-source').map(({ need }) => need.subject));
  for (const { trigger } of invokers) {
    const { definition, name, span } = trigger;
    if (definition.mechanism !== 'poll' || known.has(name)) continue;
    const because = 'What is polled, and so what the execution role must allow, cannot be told from this template.';
    yield {
      from: { id: `source:${name}`, column: 'source', label: name.replace(/^.*\.Events\./, ''), detail: definition.title, span },
      to: places.ofFunction(fn),
      permission: { actions: [], because, verdict: 'unknown', grantedBy: [], span, fix: undefined },
    };
  }
}
