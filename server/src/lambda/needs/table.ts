import { appConfigExtension } from './configuration/appConfigExtension.ts';
import { applicationSignals } from './configuration/applicationSignals.ts';
import { asyncDestination } from './configuration/asyncDestination.ts';
import { deadLetter } from './configuration/deadLetter.ts';
import { durable } from './configuration/durable.ts';
import { elasticFileSystem } from './configuration/elasticFileSystem.ts';
import { encryptionKey } from './configuration/encryptionKey.ts';
import { lambdaInsights } from './configuration/lambdaInsights.ts';
import { logs } from './configuration/logs.ts';
import { mappingOnFailure } from './configuration/mappingOnFailure.ts';
import { parametersAndSecrets } from './configuration/parametersAndSecrets.ts';
import { s3Files } from './configuration/s3Files.ts';
import { tracing } from './configuration/tracing.ts';
import { vpc } from './configuration/vpc.ts';
import { eventSourceRow } from './eventSource.ts';
import { documentDb } from './eventSources/documentDb.ts';
import { dynamodb } from './eventSources/dynamodb.ts';
import { kinesis } from './eventSources/kinesis.ts';
import { kinesisConsumer } from './eventSources/kinesisConsumer.ts';
import { mq } from './eventSources/mq.ts';
import { msk } from './eventSources/msk.ts';
import { selfManagedKafka } from './eventSources/selfManagedKafka.ts';
import { sqs } from './eventSources/sqs.ts';
import type { NeedRow } from './row.ts';

/** The needs that touch data which may be encrypted. */
const DATA_ROWS: readonly NeedRow[] = [
  asyncDestination,
  deadLetter,
  eventSourceRow(documentDb),
  eventSourceRow(dynamodb),
  eventSourceRow(kinesis),
  eventSourceRow(kinesisConsumer),
  mappingOnFailure,
  eventSourceRow(mq),
  eventSourceRow(msk),
  eventSourceRow(selfManagedKafka),
  eventSourceRow(sqs),
];

/** Every kind of need, by id. A new one is a file and a line here. */
export const NEED_ROWS: readonly NeedRow[] = [
  ...DATA_ROWS,
  appConfigExtension,
  applicationSignals,
  durable,
  elasticFileSystem,
  encryptionKey(DATA_ROWS),
  lambdaInsights,
  logs,
  parametersAndSecrets,
  s3Files,
  tracing,
  vpc,
].sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
