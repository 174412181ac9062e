import { test } from 'vitest';
import { federatedProviderFormat } from '../../../server/src/rules/trust/federatedProviderFormat.ts';
import { checkRule } from '../../harness/index.ts';

test('a domain that AWS does not know is only a warning; providers of every form are right', () => {
  checkRule(
    federatedProviderFormat,
    `
    Resources:
      Deploy:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: { Federated: token.actions.githubusercontent.com }
                #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: token.actions.githubusercontent.com is no provider
                Action: sts:AssumeRoleWithWebIdentity
              - Effect: Allow
                Principal:
                  Federated:
                    - cognito-identity.amazonaws.com
                    - arn:aws:iam::123456789012:saml-provider/office
                    - arn:aws-cn:iam::123456789012:oidc-provider/oidc.eks.cn-north-1.amazonaws.com.cn/id/1
                    - !Sub "arn:aws:iam::\${AWS::AccountId}:oidc-provider/example.com"
                    - !Ref Provider
                    - arn:aws:iam::123456789012:role/office
                    # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: arn:aws:iam::123456789012:role/office is no identity provider
                Action: sts:AssumeRoleWithWebIdentity
    `,
  );
});
