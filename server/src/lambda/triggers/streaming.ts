import { is } from './places.ts';
import { at, calledWithRole, type TriggerRow } from './row.ts';

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html */
const DESTINATIONS = [
  'AmazonOpenSearchServerlessDestinationConfiguration',
  'AmazonopensearchserviceDestinationConfiguration',
  'ElasticsearchDestinationConfiguration',
  'ExtendedS3DestinationConfiguration',
  'HttpEndpointDestinationConfiguration',
  'IcebergDestinationConfiguration',
  'RedshiftDestinationConfiguration',
  'SnowflakeDestinationConfiguration',
  'SplunkDestinationConfiguration',
];

const INPUT = 'InputProcessingConfiguration.InputLambdaProcessor';

/** Amazon Data Firehose and Kinesis Data Analytics. */
export const streaming: readonly TriggerRow[] = [
  {
    definition: calledWithRole('firehose.amazonaws.com', {
      id: 'firehose-transform',
      title: 'Amazon Data Firehose transformation',
      docsUrl: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
      reason:
        "Firehose calls with the destination's role, which must allow lambda:InvokeFunction on the function and its $LATEST.",
    }),
    types: ['AWS::KinesisFirehose::DeliveryStream'],
    find: (resource, template) => DESTINATIONS.flatMap((destination) => transformation(destination)(resource, template)),
  },
  {
    definition: calledWithRole('kinesisanalytics.amazonaws.com', {
      id: 'kinesisanalytics-output',
      title: 'Kinesis Data Analytics output',
      docsUrl: 'https://docs.aws.amazon.com/kinesisanalytics/latest/dev/how-it-works-output-lambda.html',
      confidence: 'medium',
      reason: "The application calls with the output's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::KinesisAnalytics::ApplicationOutput', 'AWS::KinesisAnalyticsV2::ApplicationOutput'],
    find: at({ at: 'Output.LambdaOutput.ResourceARN', role: 'Output.LambdaOutput.RoleARN' }),
  },
  {
    definition: calledWithRole('kinesisanalytics.amazonaws.com', {
      id: 'kinesisanalytics-preprocessing',
      title: 'Kinesis Data Analytics preprocessing',
      docsUrl: 'https://docs.aws.amazon.com/kinesisanalytics/latest/dev/lambda-preprocessing.html',
      confidence: 'medium',
      reason: "The application calls with the input's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::KinesisAnalytics::Application', 'AWS::KinesisAnalyticsV2::Application'],
    find: (resource, template) =>
      ['Inputs[]', 'ApplicationConfiguration.SqlApplicationConfiguration.Inputs[]'].flatMap((input) =>
        at({ at: `${input}.${INPUT}.ResourceARN`, role: `${input}.${INPUT}.RoleARN` })(resource, template),
      ),
  },
];

function transformation(destination: string): TriggerRow['find'] {
  const parameters = `${destination}.ProcessingConfiguration.Processors[].Parameters[]`;
  // Splunk has no role of its own, only the one of its backup bucket.
  const role = destination.startsWith('Splunk') ? `${destination}.S3Configuration.RoleARN` : `${destination}.RoleARN`;
  return at({ at: `${parameters}.ParameterValue`, when: [is(`${parameters}.ParameterName`, 'LambdaArn')], role });
}
