import { templateReader } from '../../../cloudformation/index.ts';
import { readList } from '../../../symbolic/index.ts';
import { child } from '../../../syntax/index.ts';
import { ANYWHERE, documented, required } from '../grants.ts';
import { placeAt, type Setting, settingsOf, settingsUnder } from '../places.ts';
import type { NeedContext, NeedRow } from '../row.ts';

export const vpc: NeedRow = {
  kind: 'vpc',
  definition: {
    id: 'vpc',
    title: 'Access to a VPC',
    because: "Lambda makes the function's network interfaces in the VPC with the permissions of the execution role.",
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    severity: 'error',
    outcome: 'deploy-fails',
  },
  find: (context) =>
    subnetSettings(context).map((setting) => ({
      ...placeAt(context, 'VpcConfig', setting),
      grants: [
        required(['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface'], ANYWHERE),
        documented(['ec2:DescribeSubnets', 'ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses'], ANYWHERE),
      ],
    })),
};

/** Where the function is given subnets; an empty list takes it out of the VPC. */
function subnetSettings(context: NeedContext): readonly Setting[] {
  return settingsOf(context, 'VpcConfig').flatMap(({ node, guard }) => {
    const subnets = child(node, 'SubnetIds');
    if (!subnets) return [];
    return settingsUnder(subnets, guard)
      .filter((setting) => readList(setting.node, templateReader({ template: context.template })).items.length > 0)
      .map((setting) => ({ node, guard: setting.guard }));
  });
}
