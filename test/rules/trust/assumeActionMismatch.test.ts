import { test } from 'vitest';
import { assumeActionMismatch } from '../../../server/src/rules/trust/assumeActionMismatch.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

/** With a condition that narrows web identities down. */
function policy(principal: string, action: string): string {
  return `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: ${principal}
        Action: ${action}
        Condition: { StringEquals: { accounts.google.com:aud: orders } }
    `;
}

const SAML = '{ Federated: "arn:aws:iam::123456789012:saml-provider/office" }';
const GOOGLE = '{ Federated: accounts.google.com }';
const ROLE = '{ AWS: "arn:aws:iam::123456789012:role/deploy" }';

test.each([
  [SAML, 'sts:AssumeRole', 'sts:AssumeRoleWithSAML'],
  [GOOGLE, 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'],
  [ROLE, 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRole'],
])('%s cannot use %s', (principal, wrong, right) => {
  checkFix(assumeActionMismatch, policy(principal, wrong), policy(principal, right));
});

test.each([
  [SAML, '[sts:AssumeRoleWithSAML, sts:TagSession]'],
  [GOOGLE, 'sts:AssumeRole*'],
  ['{ Federated: accounts.google.com, Service: lambda.amazonaws.com }', '[sts:AssumeRole, sts:AssumeRoleWithWebIdentity]'],
  ['{ Federated: "arn:aws:iam::123456789012:provider/office" }', 'sts:AssumeRole'],
])('nothing for %s with %s', (principal, action) => {
  checkRule(assumeActionMismatch, policy(principal, action));
});

test('providers of the template', () => {
  checkRule(
    assumeActionMismatch,
    `
    Resources:
      Office:
        Type: AWS::IAM::SAMLProvider
        Properties: { SamlMetadataDocument: metadata }
      Staff:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: { Federated: !Ref Office }
                Action: sts:AssumeRole
                #       ^^^^^^^^^^^^^^ error: A SAML provider cannot use sts:AssumeRole
              - Effect: Allow
                Principal: { Federated: !Ref Elsewhere }
                Action: sts:AssumeRole
    `,
  );
});
