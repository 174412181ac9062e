import type { Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { child, type Entry, literalText } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { policyTitle, roleTitle } from '../describe/policyKind.ts';
import { triggerVerdict } from '../describe/verdict.ts';
import { isPolicyType } from '../entities/named.ts';

/** What an editor shows a symbol as. */
export type SymbolSort =
  | 'section'
  | 'function'
  | 'trigger'
  | 'access'
  | 'resource'
  | 'parameter'
  | 'condition'
  | 'mapping'
  | 'output'
  | 'policy'
  | 'statement';

/** A line of the outline. */
export interface DocumentSymbol {
  readonly name: string;
  /** The type of a resource and what there is to say of its permissions. */
  readonly detail: string;
  readonly sort: SymbolSort;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of a template or a policy file; empty for anything else. */
export function documentSymbolsOf(analysis: Analysis): readonly DocumentSymbol[] {
  const { template, tree } = analysis;
  if (!template) return policySymbols(analysis);
  const sections = tree.root?.kind === 'mapping' ? tree.root.entries : [];
  return sections.map((section) => ({ ...symbol(section, 'section'), children: childrenOf(section, analysis) }));
}

const SORTS: Readonly<Record<string, SymbolSort>> = {
  Parameters: 'parameter',
  Conditions: 'condition',
  Mappings: 'mapping',
  Outputs: 'output',
};

function childrenOf({ key, value }: Entry, analysis: Analysis): readonly DocumentSymbol[] {
  const entries = value?.kind === 'mapping' ? value.entries : [];
  if (key.text === 'Resources') return entries.map((entry) => resourceSymbol(entry, analysis));
  const sort = Object.hasOwn(SORTS, key.text) ? SORTS[key.text] : undefined;
  return sort ? entries.map((entry) => symbol(entry, sort, literalText(child(entry.value, 'Type')))) : [];
}

function symbol({ key, span }: Entry, sort: SymbolSort, detail = ''): DocumentSymbol {
  // Some editors refuse an outline in which something has no name.
  return { name: key.text || '(no name)', detail, sort, span, nameSpan: key.outerSpan, children: [] };
}

function resourceSymbol(entry: Entry, analysis: Analysis): DocumentSymbol {
  const resource = analysis.template?.resources.get(entry.key.text);
  if (resource?.node !== entry.value || !resource) return symbol(entry, 'resource');
  const view = permissionView(resource, analysis);
  return symbol(entry, sortOf(resource), [resource.type, view].filter((word) => word).join(' · '));
}

function sortOf({ type }: Resource): SymbolSort {
  if (/^AWS::(?:Lambda|Serverless)::Function$/.test(type)) return 'function';
  if (/::(?:EventSourceMapping|Rule|Schedule|Subscription|SubscriptionFilter|Pipe|Url)$/.test(type)) return 'trigger';
  return isPolicyType(type) || /::(?:Role|Permission|Connector)$/.test(type) ? 'access' : 'resource';
}

/** `2 triggers, 1 missing`, `execution role of Worker`. */
function permissionView(resource: Resource, analysis: Analysis): string | undefined {
  const { permissions, policies } = analysis;
  const { logicalId, type } = resource;
  if (sortOf(resource) === 'function') {
    const owner = permissions.functions.find(({ fn }) => fn.logicalId === logicalId);
    return owner && triggersOf(owner);
  }
  if (type === 'AWS::IAM::Role') return roleTitle(resource, analysis);
  const site = isPolicyType(type) ? policies.find((one) => one.owner?.logicalId === logicalId) : undefined;
  return site && policyTitle(site, analysis);
}

function triggersOf(owner: Analysis['permissions']['functions'][number]): string {
  const verdicts = owner.invokers.map((invoker) => triggerVerdict(owner, invoker));
  const missing = verdicts.filter((verdict) => verdict === 'missing' || verdict === 'denied').length;
  const count = verdicts.length === 0 ? 'no trigger' : verdicts.length === 1 ? '1 trigger' : `${verdicts.length} triggers`;
  return missing > 0 ? `${count}, ${missing} missing` : count;
}

function policySymbols(analysis: Analysis): readonly DocumentSymbol[] {
  return analysis.policies.map((site) => {
    const { document } = site;
    const nameSpan = document.node.entries[0]?.key.outerSpan ?? document.node.span;
    const children = document.statements.map(statementSymbol);
    return { name: policyTitle(site, analysis), detail: '', sort: 'policy', span: document.node.span, nameSpan, children };
  });
}

function statementSymbol({ sid, effect, actions, node }: Statement, index: number): DocumentSymbol {
  const named = sid && knownText(sid);
  const texts = actions?.values.flatMap(({ value }) => knownText(value) ?? []) ?? [];
  const what = `${actions?.negated ? 'all but ' : ''}${texts.join(', ')}`;
  const detail = effect === 'unknown' ? what : `${effect} ${what}`.trim();
  const nameSpan = node.entries[0]?.key.outerSpan ?? node.span;
  return { name: named || `Statement ${index + 1}`, detail, sort: 'statement', span: node.span, nameSpan, children: [] };
}
