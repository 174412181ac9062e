import { test } from 'vitest';
import { wideGithubSubject } from '../../../server/src/rules/trust/wideGithubSubject.ts';
import { checkRule } from '../../harness/index.ts';

test('how wide each star is', () => {
  checkRule(
    wideGithubSubject,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
        Action: sts:AssumeRoleWithWebIdentity
        Condition:
          StringLike:
            token.actions.githubusercontent.com:sub:
              - "*"
              #  ^ warning: * takes repositories of everybody
              - repo:*/worker:ref:refs/heads/main
              # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: repo:*/worker:ref:refs/heads/main takes repositories of everybody
              - repo:orders/*:ref:refs/heads/main
              # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: repo:orders/*:ref:refs/heads/main takes every repository of orders
              - repo:orders/worker:*
              # ^^^^^^^^^^^^^^^^^^^^ hint: repo:orders/worker:* takes every branch and pull request
              - repo:orders/worker:environment:*
              - repo:orders/worker:ref:refs/tags/v*
    `,
  );
});

test('a star means nothing to StringEquals, and less in a Deny', () => {
  checkRule(
    wideGithubSubject,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
        Action: sts:AssumeRoleWithWebIdentity
        Condition:
          StringEquals: { token.actions.githubusercontent.com:sub: "repo:orders/*" }
      - Effect: Deny
        Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
        Action: sts:AssumeRoleWithWebIdentity
        Condition:
          StringNotLike: { token.actions.githubusercontent.com:sub: "repo:orders/*" }
    `,
  );
});
