import { evaluate, type Template, templateReader } from '../../cloudformation/index.ts';
import type { ActionId } from '../../iam/index.ts';
import { knownText, readList } from '../../symbolic/index.ts';
import { child } from '../../syntax/index.ts';
import type { NeededGrant } from '../model.ts';
import { ANYWHERE, required } from './grants.ts';
import type { Mapping } from './mappings.ts';
import { targetOf } from './targets.ts';

/**
 * The actions with which Lambda makes network interfaces to reach a source in a VPC; none of them can be limited to a resource that is
 * known beforehand. Source: https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
 */
export const NETWORK_ACTIONS: readonly ActionId[] = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
];

/** The entries of `SourceAccessConfigurations` as far as they can be read: their type, and the secret or id that they name. */
export function accessEntries({ properties }: Mapping, template: Template) {
  return readList(child(properties, 'SourceAccessConfigurations'), templateReader({ template })).items.flatMap(
    ({ node, guard }) => {
      const type = child(node, 'Type');
      const uri = child(node, 'URI');
      return type && uri ? [{ type: knownText(evaluate(type, { template })), uri, guard }] : [];
    },
  );
}

/** The secrets among them, which Lambda reads with the execution role. Where a condition decides on one, nothing is demanded. */
export function secretGrants(mapping: Mapping, template: Template, types: readonly string[]): readonly NeededGrant[] {
  return accessEntries(mapping, template)
    .filter(({ type, guard }) => type !== undefined && types.includes(type) && guard.length === 0)
    .map(({ uri }) => required(['secretsmanager:GetSecretValue'], targetOf(uri, template)));
}

/** The network actions where the mapping names a subnet and a security group to reach the source by. */
export function networkGrants(mapping: Mapping, template: Template): readonly NeededGrant[] {
  const types = accessEntries(mapping, template).map(({ type }) => type);
  return types.includes('VPC_SUBNET') && types.includes('VPC_SECURITY_GROUP') ? [required(NETWORK_ACTIONS, ANYWHERE)] : [];
}
