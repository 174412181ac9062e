import type { RuleModule } from '../rule.ts';
import { allowWithNotResource } from './allowWithNotResource.ts';
import { arnAccount } from './arnAccount.ts';
import { arnInsideArn } from './arnInsideArn.ts';
import { arnMissingField } from './arnMissingField.ts';
import { arnRegion } from './arnRegion.ts';
import { arnResource } from './arnResource.ts';
import { arnService } from './arnService.ts';
import { foreignResource } from './foreignResource.ts';
import { hardCodedPartition } from './hardCodedPartition.ts';
import { indexNotGranted } from './indexNotGranted.ts';
import { invalidRoleArn } from './invalidRoleArn.ts';
import { nameWhereArnNeeded } from './nameWhereArnNeeded.ts';
import { redundantResource } from './redundantResource.ts';
import { redundantStatement } from './redundantStatement.ts';
import { resourceNotAnArn } from './resourceNotAnArn.ts';
import { resourceNotForAction } from './resourceNotForAction.ts';
import { unknownPartition } from './unknownPartition.ts';
import { wildcardResource } from './wildcardResource.ts';

/** Rules on the resources that statements name. */
export const RESOURCE_RULES: readonly RuleModule[] = [
  allowWithNotResource,
  arnAccount,
  arnInsideArn,
  arnMissingField,
  arnRegion,
  arnResource,
  arnService,
  foreignResource,
  hardCodedPartition,
  indexNotGranted,
  invalidRoleArn,
  nameWhereArnNeeded,
  redundantResource,
  redundantStatement,
  resourceNotAnArn,
  resourceNotForAction,
  unknownPartition,
  wildcardResource,
];
