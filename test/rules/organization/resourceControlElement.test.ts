import { test } from 'vitest';
import { resourceControlElement } from '../../../server/src/rules/organization/resourceControlElement.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

function template(statement: string): string {
  return `
    Resources:
      OnlyUs:
        Type: AWS::Organizations::Policy
        Properties:
          Name: only-us
          Type: RESOURCE_CONTROL_POLICY
          Content:
            Version: "2012-10-17"
            Statement:
              - Effect: ${statement}
    `;
}

test('everything that is not in its grammar', () => {
  checkRule(
    resourceControlElement,
    template(`Deny
                NotPrincipal: { AWS: "123456789012" }
    #           ^^^^^^^^^^^^ error: A resource control policy has no NotPrincipal
                Action: "*"
                #       ^^^ error: A resource control policy names the services
                Resource: "*"
              - Effect: Deny
                Principal: { AWS: "123456789012" }
                #                 ^^^^^^^^^^^^^^ error: A resource control policy is about everybody
                Action: s3:*
                Resource: "*"`),
  );
});

test('writes Deny', () => {
  const rest = '\n                Principal: "*"\n                Action: s3:*\n                Resource: "*"';
  checkFix(resourceControlElement, template(`Allow${rest}`), template(`Deny${rest}`));
});
