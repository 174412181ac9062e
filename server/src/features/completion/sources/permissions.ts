import { arnOf, arnReference, canonical, evaluate } from '../../../cloudformation/index.ts';
import { presentedService, presentingPrincipal } from '../../../rules/support/sourceServices.ts';
import { arnFields, knownText, type SymbolicString } from '../../../symbolic/index.ts';
import { child } from '../../../syntax/index.ts';
import type { Source } from '../suggestion.ts';
import { apiArns, arnSuggestion, othersIn } from './inTemplate.ts';
import { EVERYBODY, serviceNames, serviceSuggestion } from './principals.ts';

/** Who may call a function: the service of the permission's source, then those that call functions of this template without a permission. */
export const permissionPrincipals: Source<'permission-principal'> = (_, scene) => {
  const { analysis, resource, template } = scene;
  const source = child(resource?.properties, 'SourceArn');
  const owner = presentingPrincipal(serviceOf(source && template && canonical(evaluate(source, { template }), template)) ?? '');
  const missing = analysis.permissions.functions
    .flatMap(({ invokers }) => invokers)
    .flatMap(({ verdict, trigger }) => (verdict === 'missing' ? (trigger.definition.principal ?? []) : []));
  const likely = owner === undefined ? missing : [owner];
  const names = new Set([...likely.filter((name) => !name.includes('${')), ...serviceNames(scene)]);
  return { items: [...[...names].map(serviceSuggestion), EVERYBODY] };
};

/** The ARNs of this template's resources that the permission's principal may present. */
export const sourceArns: Source<'source-arn'> = (_, scene) => {
  const { resource, template } = scene;
  if (!template) return { items: [] };
  const principal = child(resource?.properties, 'Principal');
  const name = principal && knownText(evaluate(principal, { template }));
  const wanted = name === undefined ? undefined : presentedService(name);
  const fits = (service: string): boolean =>
    wanted === undefined ? presentingPrincipal(service) !== undefined : service === wanted;
  const arns = othersIn(scene).flatMap((each) => {
    const service = serviceOf(arnOf(each, template));
    return service !== undefined && fits(service) ? arnSuggestion(arnReference(each), each) : [];
  });
  return { items: [...(fits('execute-api') ? apiArns(scene) : []), ...arns] };
};

function serviceOf(arn: SymbolicString | undefined): string | undefined {
  const fields = arn && arnFields(arn);
  return fields && knownText(fields.service);
}
