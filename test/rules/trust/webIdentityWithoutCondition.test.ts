import { test } from 'vitest';
import { webIdentityWithoutCondition } from '../../../server/src/rules/trust/webIdentityWithoutCondition.ts';
import { checkRule } from '../../harness/index.ts';

function policy(federated: string, condition: string): string {
  return `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal:
          Federated: ${federated}
        Action: sts:AssumeRoleWithWebIdentity
        Condition: ${condition}
    `;
}

test('any identity pool of Cognito', () => {
  checkRule(
    webIdentityWithoutCondition,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: { Federated: cognito-identity.amazonaws.com }
        #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Everybody to whom cognito-identity.amazonaws.com gives a token
        Action: sts:AssumeRoleWithWebIdentity
    `,
  );
});

const GITHUB = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';

test.each([
  [GITHUB, '{ StringEquals: { token.actions.githubusercontent.com:repository: orders/worker } }'],
  [GITHUB, '{ StringLike: { "TOKEN.actions.githubusercontent.com:SUB": "repo:orders/worker:*" } }'],
  ['cognito-identity.amazonaws.com', '{ StringEquals: { cognito-identity.amazonaws.com:aud: "eu-west-1:1" } }'],
  ['arn:aws:iam::123456789012:oidc-provider/example.com/tenant', '{ StringEquals: { example.com/tenant:sub: worker } }'],
])('nothing for %s with %s', (federated, condition) => {
  checkRule(webIdentityWithoutCondition, policy(federated, condition));
});

test('nothing where the condition or the provider is decided at deployment', () => {
  checkRule(
    webIdentityWithoutCondition,
    `
    Resources:
      Deploy:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Principal: { Federated: !Ref Provider }, Action: sts:AssumeRoleWithWebIdentity }
              - { Effect: Allow, Principal: { Federated: accounts.google.com }, Action: sts:AssumeRoleWithWebIdentity, Condition: !Ref Condition }
    `,
  );
});
