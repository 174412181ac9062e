import { is } from './places.ts';
import { at, calledBy, calledWithRole, type TriggerRow } from './row.ts';
import { arn, ownArn } from './sources.ts';

/** Transfer Family, AppFlow and HealthLake. */
export const transfer: readonly TriggerRow[] = [
  {
    definition: calledBy('appflow.amazonaws.com', {
      id: 'appflow-connector',
      title: 'Amazon AppFlow custom connector',
      docsUrl: 'https://docs.aws.amazon.com/appflow/latest/userguide/custom-connector.html',
      confidence: 'medium',
      checkedAtDeployment: true,
    }),
    types: ['AWS::AppFlow::Connector'],
    find: at({ at: 'ConnectorProvisioningConfig.Lambda.LambdaArn', source: arn('arn:{P}:appflow:{R}:{A}:*') }),
  },
  {
    definition: calledBy('healthlake.amazonaws.com', {
      id: 'healthlake-idp',
      title: 'AWS HealthLake identity provider',
      docsUrl: 'https://docs.aws.amazon.com/healthlake/latest/devguide/reference-smart-on-fhir-token-validation.html',
      checkedAtDeployment: true,
    }),
    types: ['AWS::HealthLake::FHIRDatastore'],
    find: at({ at: 'IdentityProviderConfiguration.IdpLambdaArn' }),
  },
  {
    definition: calledBy('transfer.amazonaws.com', {
      id: 'transfer-server-idp',
      title: 'AWS Transfer Family identity provider',
      docsUrl: 'https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html',
    }),
    types: ['AWS::Transfer::Server'],
    find: at({ at: 'IdentityProviderDetails.Function', when: [is('IdentityProviderType', 'AWS_LAMBDA')], source: ownArn }),
  },
  {
    definition: calledWithRole('transfer.amazonaws.com', {
      id: 'transfer-workflow',
      title: 'AWS Transfer Family workflow step',
      docsUrl: 'https://docs.aws.amazon.com/transfer/latest/userguide/custom-step-details.html',
      reason: 'Transfer Family calls with the execution role that the server names for the workflow.',
    }),
    types: ['AWS::Transfer::Workflow'],
    find: at({ at: ['Steps[].CustomStepDetails.Target', 'OnExceptionSteps[].CustomStepDetails.Target'], others: true }),
  },
];
