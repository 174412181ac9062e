import { test } from 'vitest';
import { missingResource } from '../../../server/src/rules/grammar/missingResource.ts';
import { checkRule } from '../../harness/index.ts';

test('a policy of a function', () => {
  checkRule(
    missingResource,
    `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Policies:
            - Statement:
                - Effect: Allow
    #             ^^^^^^ error: This statement has neither Resource nor NotResource
                  Action: s3:GetObject
    `,
  );
});

test('nothing in trust and resource policies, nor for a statement that is misplaced', () => {
  checkRule(
    missingResource,
    `
    Resources:
      Images:
        Type: AWS::ECR::Repository
        Properties:
          RepositoryPolicyText:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: ecr:BatchGetImage }
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
          Policies:
            - PolicyName: assume
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
    `,
  );
});
