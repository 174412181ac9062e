import { test } from 'vitest';
import { serviceLinkedRoleAnyService } from '../../../server/src/rules/privilege/serviceLinkedRoleAnyService.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a pattern for all services', () => {
  checkNoFix(
    serviceLinkedRoleAnyService,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: iam:Create*
        Resource: arn:aws:iam::*:role/aws-service-role/*
    `,
  );
});

test('one service', () => {
  checkRule(
    serviceLinkedRoleAnyService,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: iam:CreateServiceLinkedRole
        Resource: "*"
        Condition: {StringEquals: {iam:AWSServiceName: ecs.amazonaws.com}}
    `,
  );
});
