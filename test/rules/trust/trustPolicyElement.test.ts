import { test } from 'vitest';
import { trustPolicyElement } from '../../../server/src/rules/trust/trustPolicyElement.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('removes a resource', () => {
  checkFix(
    trustPolicyElement,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: { Service: lambda.amazonaws.com }
        Action: sts:AssumeRole
        Resource: "*"
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: { Service: lambda.amazonaws.com }
        Action: sts:AssumeRole
    `,
  );
});

test('everybody, and everybody but one; nothing for the accounts of everybody, nor in other policies', () => {
  checkRule(
    trustPolicyElement,
    `
    Resources:
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: "*"
                #          ^^^ error: A trust policy cannot trust "*"
                Action: sts:AssumeRole
              - Effect: Deny
                NotPrincipal: { AWS: "123456789012" }
    #           ^^^^^^^^^^^^ error: A trust policy cannot have NotPrincipal
                Action: sts:AssumeRole
              - Effect: Deny
                Principal: { AWS: "*" }
                Action: sts:AssumeRole
      OrdersPolicy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: orders
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Deny, Principal: "*", Action: s3:GetObject, Resource: "*" }
    `,
  );
});
