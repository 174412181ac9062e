import { at, calledWithRole, needsNothing, nowhere, type TriggerRow } from './row.ts';

/** CloudFormation itself and Service Catalog. */
export const cloudFormation: readonly TriggerRow[] = [
  {
    definition: needsNothing({
      id: 'cfn-custom-resource',
      title: 'CloudFormation custom resource',
      docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources-lambda.html',
      reason:
        "CloudFormation calls with the deployer's credentials or the stack's service role, which need lambda:InvokeFunction.",
    }),
    types: ['AWS::CloudFormation::CustomResource', 'Custom::*'],
    find: at({ at: 'ServiceToken', others: true }),
  },
  {
    definition: calledWithRole('hooks.cloudformation.amazonaws.com', {
      id: 'cfn-lambda-hook',
      title: 'CloudFormation Lambda hook',
      docsUrl: 'https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks.html',
      reason: "CloudFormation calls with the hook's execution role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::CloudFormation::LambdaHook'],
    find: at({ at: 'LambdaFunction', role: 'ExecutionRole' }),
  },
  {
    definition: needsNothing({
      id: 'cfn-macro',
      title: 'CloudFormation macro',
      docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html',
      reason: 'CloudFormation calls with the credentials of whoever makes the change set.',
    }),
    types: ['AWS::CloudFormation::Macro'],
    find: at({ at: 'FunctionName' }),
  },
  {
    definition: needsNothing({
      id: 'servicecatalog-provisioning',
      title: 'Service Catalog product',
      docsUrl: 'https://docs.aws.amazon.com/servicecatalog/latest/adminguide/constraints-launch.html',
      confidence: 'medium',
      reason: "A product's custom resources are called with the launch role.",
    }),
    types: [],
    find: nowhere,
  },
];
