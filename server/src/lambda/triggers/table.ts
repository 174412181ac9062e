import { apiGatewayRest } from './apiGatewayRest.ts';
import { apiGatewayV2 } from './apiGatewayV2.ts';
import { appSync } from './appSync.ts';
import { bedrock } from './bedrock.ts';
import { cloudFormation } from './cloudFormation.ts';
import { cloudFront } from './cloudFront.ts';
import { cloudWatch } from './cloudWatch.ts';
import { cognito } from './cognito.ts';
import { compute } from './compute.ts';
import { configuration } from './configuration.ts';
import { conversation } from './conversation.ts';
import { dataServices } from './dataServices.ts';
import { developerTools } from './developerTools.ts';
import { eventBridge } from './eventBridge.ts';
import { functionUrl } from './functionUrl.ts';
import { iot } from './iot.ts';
import { lambdaItself } from './lambdaItself.ts';
import { loadBalancing } from './loadBalancing.ts';
import { logs } from './logs.ts';
import { mail } from './mail.ts';
import { openApi } from './openApi.ts';
import type { TriggerRow } from './row.ts';
import { s3 } from './s3.ts';
import { samApis } from './samApis.ts';
import { samEventRows } from './samEvents.ts';
import { sns } from './sns.ts';
import { stepFunctions } from './stepFunctions.ts';
import { streaming } from './streaming.ts';
import { transfer } from './transfer.ts';

/** Every integration, by family. A new one is a row in its family's file; a new family is one file and one line here. */
export const TRIGGER_TABLE: readonly TriggerRow[] = [
  ...apiGatewayRest,
  ...apiGatewayV2,
  ...appSync,
  ...bedrock,
  ...cloudFormation,
  ...cloudFront,
  ...cloudWatch,
  ...cognito,
  ...compute,
  ...configuration,
  ...conversation,
  ...dataServices,
  ...developerTools,
  ...eventBridge,
  ...functionUrl,
  ...iot,
  ...lambdaItself,
  ...loadBalancing,
  ...logs,
  ...mail,
  ...openApi,
  ...s3,
  ...samApis,
  ...samEventRows,
  ...sns,
  ...stepFunctions,
  ...streaming,
  ...transfer,
];
