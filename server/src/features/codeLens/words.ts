import type { Analysis } from '../../analysis/index.ts';
import { type Grant, grantsOfRole, type Verdict } from '../../lambda/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import { accountOf } from '../account.ts';
import { policyTitle, roleTitle } from '../describe/policyKind.ts';
import type { LensSubject, LensText } from './lens.ts';
import { triggerText } from './triggerWords.ts';

/** What a lens says; `undefined` when what it is about is gone. */
export function lensText(subject: LensSubject, analysis: Analysis): LensText | undefined {
  switch (subject.kind) {
    case 'function':
      return functionText(subject.logicalId, analysis);
    case 'role':
      return roleText(subject.logicalId, analysis);
    case 'policy':
      return policyText(
        analysis.policies.find(({ owner }) => owner?.logicalId === subject.logicalId),
        analysis,
      );
    case 'policy-file':
      return policyText(analysis.policies[subject.index], analysis);
    case 'trigger':
      return triggerText(subject, analysis);
  }
}

/** `invoked by 3, 1 missing · may use 4 services, 1 missing` */
function functionText(logicalId: string, { permissions, knowledge }: Analysis): LensText | undefined {
  const found = permissions.functions.find(({ fn }) => fn.logicalId === logicalId);
  if (!found) return undefined;
  const { invokers, needs, role } = found;
  const calls = invokers.filter(({ trigger }) => trigger.definition.mechanism !== 'poll').map(({ verdict }) => verdict);
  const invoked = invokers.length === 0 ? 'invoked by nothing in this file' : `invoked by ${invokers.length}${open(calls)}`;
  const isSeen = role.origin === 'sam' || role.origin === 'template';
  const uses = isSeen ? `may use ${servicesIn(role.grants, knowledge)}` : 'its role is not in this file';
  return { title: `${invoked} · ${uses}${open(needs.map(({ verdict }) => verdict))}`, explains: logicalId };
}

/** What is not granted, in numbers. */
function open(verdicts: readonly Verdict[]): string {
  const missing = verdicts.filter((verdict) => verdict === 'missing' || verdict === 'denied').length;
  const unknown = verdicts.filter((verdict) => verdict === 'unknown').length;
  return `${missing > 0 ? `, ${missing} missing` : ''}${unknown > 0 ? `, ${unknown} unknown` : ''}`;
}

function servicesIn(grants: readonly Grant[], { iam }: Analysis['knowledge']): string {
  const allowed = accountOf(grants, iam).filter(({ effect }) => effect === 'Allow');
  const services = new Set(allowed.map(({ service }) => service));
  if (services.has('*')) return 'every service';
  return services.size === 1 ? '1 service' : `${services.size} services`;
}

/** `execution role of Worker · may use 4 services` */
function roleText(logicalId: string, analysis: Analysis): LensText | undefined {
  const { template, permissions, knowledge } = analysis;
  const role = template?.resources.get(logicalId);
  if (!template || !role) return undefined;
  const user = permissions.functions.find((one) => one.role.resource?.logicalId === logicalId);
  const { grants } = grantsOfRole(role, template, knowledge);
  return { title: `${roleTitle(role, analysis)} · may use ${servicesIn(grants, knowledge)}`, explains: user?.fn.logicalId };
}

function policyText(site: PolicySite | undefined, analysis: Analysis): LensText | undefined {
  if (!site) return undefined;
  const { length } = site.document.statements;
  return {
    title: `${policyTitle(site, analysis)} · ${length === 1 ? '1 statement' : `${length} statements`}`,
    explains: undefined,
  };
}
