import { at, calledBy, type TriggerRow } from './row.ts';
import { ownArn } from './sources.ts';

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-userpool-lambdaconfig.html */
const BY_ARN = [
  'CreateAuthChallenge',
  'CustomMessage',
  'DefineAuthChallenge',
  'PostAuthentication',
  'PostConfirmation',
  'PreAuthentication',
  'PreSignUp',
  'PreTokenGeneration',
  'UserMigration',
  'VerifyAuthChallengeResponse',
];
const BY_CONFIGURATION = ['CustomEmailSender', 'CustomSMSSender', 'InboundFederation', 'PreTokenGenerationConfig'];

export const cognito: readonly TriggerRow[] = [
  {
    definition: calledBy('cognito-sync.amazonaws.com', {
      id: 'cognito-identity-pool-sync',
      title: 'Amazon Cognito Sync event',
      docsUrl: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-events.html',
      confidence: 'medium',
    }),
    types: ['AWS::Cognito::IdentityPool'],
    find: at({ at: 'CognitoEvents.*', source: ownArn, others: true }),
  },
  {
    definition: calledBy('cognito-idp.amazonaws.com', {
      id: 'cognito-userpool',
      title: 'Amazon Cognito user pool trigger',
      docsUrl:
        'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html',
    }),
    types: ['AWS::Cognito::UserPool'],
    find: at({
      at: [
        ...BY_ARN.map((trigger) => `LambdaConfig.${trigger}`),
        ...BY_CONFIGURATION.map((trigger) => `LambdaConfig.${trigger}.LambdaArn`),
      ],
      source: ownArn,
    }),
  },
];
