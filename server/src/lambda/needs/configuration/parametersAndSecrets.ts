import { ANYWHERE } from '../grants.ts';
import { layerRow } from './layers.ts';

export const parametersAndSecrets = layerRow({
  definition: {
    id: 'parameters-and-secrets-extension',
    title: 'AWS Parameters and Secrets extension',
    because: 'The extension reads secrets and parameters with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html',
    severity: 'warning',
    outcome: 'access-denied',
  },
  layer: ':layer:AWS-Parameters-and-Secrets-Lambda-Extension',
  actions: ['secretsmanager:GetSecretValue', 'ssm:GetParameter'],
  // A function may read secrets and no parameters, or the reverse.
  anyOf: true,
  on: ANYWHERE,
});
