import type { EventSource } from '../eventSource.ts';
import { ANYWHERE, required } from '../grants.ts';
import { NETWORK_ACTIONS, secretGrants } from '../sourceAccess.ts';
import { arnIn } from '../targets.ts';

export const documentDb: EventSource = {
  definition: {
    id: 'documentdb',
    title: 'Amazon DocumentDB event source mapping',
    because: 'Lambda describes the cluster, reads its credentials and reaches it through the VPC with the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html',
    severity: 'error',
    outcome: 'deploy-fails',
  },
  recognise: {
    arn: /^arn:[^:]+:rds:[^:]*:[^:]*:cluster:/,
    resourceTypes: ['AWS::DocDB::DBCluster'],
    samEvent: 'DocumentDB',
    properties: ['DocumentDBEventSourceConfig'],
  },
  grants: (mapping, template) => [
    required(['rds:DescribeDBClusters'], mapping.source ?? ANYWHERE),
    required(['rds:DescribeDBClusterParameters'], arnIn('rds', 'cluster-pg:*')),
    required(['rds:DescribeDBSubnetGroups'], arnIn('rds', 'subgrp:*')),
    ...secretGrants(mapping, template, ['BASIC_AUTH']),
    required(NETWORK_ACTIONS, ANYWHERE),
  ],
};
