import { is } from './places.ts';
import { at, calledBy, needsNothing, type TriggerRow } from './row.ts';
import { ownArn } from './sources.ts';

/** Elastic Load Balancing, VPC Lattice, Client VPN and Refactor Spaces. */
export const loadBalancing: readonly TriggerRow[] = [
  {
    definition: needsNothing({
      id: 'clientvpn-connect-handler',
      title: 'Client VPN connection handler',
      docsUrl: 'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-authorization.html',
      reason: 'Client VPN calls with its service-linked role; the name of the function must begin with AWSClientVPN-.',
    }),
    types: ['AWS::EC2::ClientVpnEndpoint'],
    find: at({ at: 'ClientConnectOptions.LambdaFunctionArn' }),
  },
  {
    definition: calledBy('elasticloadbalancing.amazonaws.com', {
      id: 'elbv2-target-group',
      title: 'Application Load Balancer target group',
      docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
      checkedAtDeployment: true,
    }),
    types: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
    find: at({ at: 'Targets[].Id', when: [is('TargetType', 'lambda')], source: ownArn }),
  },
  {
    definition: needsNothing({
      id: 'refactorspaces-service',
      title: 'Refactor Spaces service',
      docsUrl: 'https://docs.aws.amazon.com/migrationhub-refactor-spaces/latest/userguide/how-it-works.html',
      confidence: 'low',
      reason: 'Refactor Spaces makes the API Gateway integration and the permission itself.',
    }),
    types: ['AWS::RefactorSpaces::Service'],
    find: at({ at: 'LambdaEndpoint.Arn' }),
  },
  {
    definition: calledBy('vpc-lattice.amazonaws.com', {
      id: 'vpclattice-target-group',
      title: 'VPC Lattice target group',
      docsUrl: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html',
      confidence: 'medium',
    }),
    types: ['AWS::VpcLattice::TargetGroup'],
    find: at({ at: 'Targets[].Id', when: [is('Type', 'LAMBDA')], source: ownArn }),
  },
];
