import { evaluate } from '../../cloudformation/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { child, itemsOf } from '../../syntax/index.ts';
import { firstOf, type RoleOf, roleOfNamed } from './callerRoles.ts';
import { is, siblingOf } from './places.ts';
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
const OUTPUT_ROLE = firstOf('Output.LambdaOutput.RoleARN');
const ROLE_OF_APPLICATION = roleOfNamed('ApplicationName', 'AWS::KinesisAnalyticsV2::Application', 'ServiceExecutionRole');

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
    find: at({
      at: 'Output.LambdaOutput.ResourceARN',
      // The second version has one role for all that the application does.
      role: (place) => OUTPUT_ROLE(place) ?? ROLE_OF_APPLICATION(place),
    }),
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
        at({ at: `${input}.${INPUT}.ResourceARN`, role: firstOf(`${input}.${INPUT}.RoleARN`, 'ServiceExecutionRole') })(
          resource,
          template,
        ),
      ),
  },
];

function transformation(destination: string): TriggerRow['find'] {
  const processing = `${destination}.ProcessingConfiguration`;
  const parameters = `${processing}.Processors[].Parameters`;
  // Splunk has no role of its own, only the one of its backup bucket.
  const ofDestination = firstOf(`${destination}.RoleARN`, `${destination}.S3Configuration.RoleARN`);
  const ofProcessor = parameterNamed('RoleArn', parameters);
  return at({
    at: `${parameters}[].ParameterValue`,
    when: [is(`${parameters}[].ParameterName`, 'LambdaArn'), (place) => !is(`${processing}.Enabled`, 'false')(place)],
    role: (place) => ofProcessor(place) ?? ofDestination(place),
  });
}

/** The value of another parameter of the same processor. */
function parameterNamed(name: string, parameters: string): RoleOf {
  return (place) =>
    itemsOf(siblingOf(place, parameters))
      .filter((parameter) => {
        const named = child(parameter, 'ParameterName');
        return named && knownText(evaluate(named, { template: place.template })) === name;
      })
      .map((parameter) => child(parameter, 'ParameterValue'))[0];
}
