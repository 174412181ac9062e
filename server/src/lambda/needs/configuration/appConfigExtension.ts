import { ANYWHERE } from '../grants.ts';
import { layerRow } from './layers.ts';

export const appConfigExtension = layerRow({
  definition: {
    id: 'appconfig-extension',
    title: 'AWS AppConfig agent extension',
    because: 'The extension fetches configurations with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-integration-lambda-extensions.html',
    severity: 'warning',
    outcome: 'access-denied',
  },
  layer: ':layer:AWS-AppConfig-Extension',
  actions: ['appconfig:StartConfigurationSession', 'appconfig:GetLatestConfiguration'],
  on: ANYWHERE,
});
