/** How the ARN of a resource type is made of its name, and what `Ref` and `Fn::GetAtt` give. */
export interface ArnRow {
  readonly type: string;
  /**
   * `{P}` partition, `{R}` Region, `{A}` account, `{name}` the name, `{.X}` the attribute X, `{X}` the property X, `{@X}` the property X
   * as a function's ARN, `{/X}` the property X with a slash, or nothing when it is absent or `default`, `{~X}` the property X that is a path,
   * or a slash when it is absent.
   */
  readonly arn: string;
  /** The property that gives the resource its name. */
  readonly nameProperty: string | undefined;
  /** The attribute that is the name; `undefined` when `Ref` gives it. */
  readonly nameAttribute: string | undefined;
  /** What `Ref` gives: the name, the ARN, or a pattern; `undefined` for something else, a URL for instance. */
  readonly ref: Meaning | undefined;
  readonly attributes: Readonly<Record<string, Meaning>>;
}

/** The name, the ARN, or a pattern as in `arn`. */
export type Meaning = 'name' | 'arn' | (string & {});

/**
 * Sources: "Return values" of each type in the CloudFormation Template Reference
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html), ARN formats in the Service Authorization Reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/).
 */
const ROWS: readonly ArnRow[] = [
  named('AWS::S3::Bucket', 'arn:{P}:s3:::{name}', 'BucketName'),
  {
    ...named('AWS::SQS::Queue', 'arn:{P}:sqs:{R}:{A}:{name}', 'QueueName', { QueueName: 'name' }),
    ref: undefined,
    nameAttribute: 'QueueName',
  },
  byArn('AWS::SNS::Topic', 'arn:{P}:sns:{R}:{A}:{name}', 'TopicName', 'TopicName', { TopicArn: 'arn' }),
  lambdaFunction('AWS::Lambda::Function'),
  lambdaFunction('AWS::Serverless::Function'),
  named('AWS::DynamoDB::Table', 'arn:{P}:dynamodb:{R}:{A}:table/{name}', 'TableName', streamAttribute()),
  named('AWS::DynamoDB::GlobalTable', 'arn:{P}:dynamodb:{R}:{A}:table/{name}', 'TableName', streamAttribute()),
  named('AWS::Serverless::SimpleTable', 'arn:{P}:dynamodb:{R}:{A}:table/{name}', 'TableName', streamAttribute()),
  named('AWS::Kinesis::Stream', 'arn:{P}:kinesis:{R}:{A}:stream/{name}', 'Name'),
  byArn('AWS::Kinesis::StreamConsumer', '{StreamARN}/consumer/{name}', undefined, 'ConsumerName', { ConsumerARN: 'arn' }),
  named('AWS::KinesisFirehose::DeliveryStream', 'arn:{P}:firehose:{R}:{A}:deliverystream/{name}', 'DeliveryStreamName'),
  named('AWS::Events::Rule', 'arn:{P}:events:{R}:{A}:rule/{/EventBusName}{name}', 'Name'),
  named('AWS::Events::EventBus', 'arn:{P}:events:{R}:{A}:event-bus/{name}', 'Name', { Name: 'name' }),
  named('AWS::Logs::LogGroup', 'arn:{P}:logs:{R}:{A}:log-group:{name}:*', 'LogGroupName'),
  identified('AWS::Cognito::UserPool', 'arn:{P}:cognito-idp:{R}:{A}:userpool/{name}', { UserPoolId: 'name' }),
  identified('AWS::KMS::Key', 'arn:{P}:kms:{R}:{A}:key/{name}', { KeyId: 'name' }),
  named('AWS::IAM::Role', 'arn:{P}:iam::{A}:role{~Path}{name}', 'RoleName'),
  byArn('AWS::StepFunctions::StateMachine', 'arn:{P}:states:{R}:{A}:stateMachine:{name}', 'StateMachineName', 'Name', {
    Name: 'name',
  }),
  byArn('AWS::Serverless::StateMachine', 'arn:{P}:states:{R}:{A}:stateMachine:{name}', 'Name', 'Name', { Name: 'name' }),
  byArn('AWS::SecretsManager::Secret', 'arn:{P}:secretsmanager:{R}:{A}:secret:{name}-{.Suffix}', 'Name', 'Name', { Id: 'arn' }),
  named('AWS::IoT::TopicRule', 'arn:{P}:iot:{R}:{A}:rule/{name}', 'RuleName'),
  named('AWS::CloudWatch::Alarm', 'arn:{P}:cloudwatch:{R}:{A}:alarm:{name}', 'AlarmName'),
  named('AWS::CloudWatch::CompositeAlarm', 'arn:{P}:cloudwatch:{R}:{A}:alarm:{name}', 'AlarmName'),
  {
    ...named('AWS::CodeCommit::Repository', 'arn:{P}:codecommit:{R}:{A}:{name}', 'RepositoryName', { Name: 'name' }),
    ref: undefined,
    nameAttribute: 'Name',
  },
  identified('AWS::ApiGateway::RestApi', 'arn:{P}:apigateway:{R}::/restapis/{name}', { RestApiId: 'name' }),
  identified('AWS::Serverless::Api', 'arn:{P}:apigateway:{R}::/restapis/{name}', { RestApiId: 'name' }),
  identified('AWS::ApiGatewayV2::Api', 'arn:{P}:apigateway:{R}::/apis/{name}', { ApiId: 'name' }),
  identified('AWS::Serverless::HttpApi', 'arn:{P}:apigateway:{R}::/apis/{name}', { ApiId: 'name' }),
  identified('AWS::Serverless::WebSocketApi', 'arn:{P}:apigateway:{R}::/apis/{name}', { ApiId: 'name' }),
  byArn('AWS::Lambda::Alias', '{@FunctionName}:{Name}', undefined, 'Name', { AliasArn: 'arn' }),
  byArn('AWS::Lambda::Version', '{@FunctionName}:{.Version}', undefined, 'Version', { FunctionArn: 'arn' }),
  byArn('AWS::ElasticLoadBalancingV2::TargetGroup', '{.TargetGroupArn}', undefined, 'TargetGroupName', { TargetGroupArn: 'arn' }),
  byArn('AWS::MSK::Cluster', '{.Arn}', undefined, 'ClusterName', {}),
  byArn('AWS::MSK::ServerlessCluster', '{.Arn}', undefined, 'ClusterName', {}),
  identified('AWS::Cognito::IdentityPool', 'arn:{P}:cognito-identity:{R}:{A}:identitypool/{name}', {}),
  named('AWS::Config::ConfigRule', 'arn:{P}:config:{R}:{A}:config-rule/{.ConfigRuleId}', 'ConfigRuleName'),
  identified('AWS::CloudFront::Distribution', 'arn:{P}:cloudfront::{A}:distribution/{name}', { Id: 'name' }),
  named('AWS::IoT::Authorizer', 'arn:{P}:iot:{R}:{A}:authorizer/{name}', 'AuthorizerName'),
  named('AWS::IoT::ProvisioningTemplate', 'arn:{P}:iot:{R}:{A}:provisioningtemplate/{name}', 'TemplateName', {
    TemplateArn: 'arn',
  }),
  identified('AWS::Bedrock::Agent', 'arn:{P}:bedrock:{R}:{A}:agent/{name}', { AgentArn: 'arn', AgentId: 'name' }),
  byArn('AWS::AppSync::GraphQLApi', 'arn:{P}:appsync:{R}:{A}:apis/{name}', undefined, 'ApiId', { ApiId: 'name' }),
  byArn('AWS::Serverless::GraphQLApi', 'arn:{P}:appsync:{R}:{A}:apis/{name}', undefined, 'ApiId', { ApiId: 'name' }),
  identified('AWS::EFS::FileSystem', 'arn:{P}:elasticfilesystem:{R}:{A}:file-system/{name}', { FileSystemId: 'name' }),
  identified('AWS::EFS::AccessPoint', 'arn:{P}:elasticfilesystem:{R}:{A}:access-point/{name}', { AccessPointId: 'name' }),
  identified('AWS::AmazonMQ::Broker', 'arn:{P}:mq:{R}:{A}:broker:{BrokerName}:{name}', {}),
  {
    // No attribute gives its ARN.
    ...named('AWS::DocDB::DBCluster', 'arn:{P}:rds:{R}:{A}:cluster:{name}', 'DBClusterIdentifier'),
    attributes: {},
  },
  byArn('AWS::Transfer::Server', 'arn:{P}:transfer:{R}:{A}:server/{name}', undefined, 'ServerId', { ServerId: 'name' }),
];

/** A type whose `Ref` is its name. */
function named(type: string, arn: string, nameProperty: string, attributes: Readonly<Record<string, Meaning>> = {}): ArnRow {
  return { type, arn, nameProperty, nameAttribute: undefined, ref: 'name', attributes: { Arn: 'arn', ...attributes } };
}

/** A type whose `Ref` is an id that AWS makes up. */
function identified(type: string, arn: string, attributes: Readonly<Record<string, Meaning>>): ArnRow {
  return { type, arn, nameProperty: undefined, nameAttribute: undefined, ref: 'name', attributes: { Arn: 'arn', ...attributes } };
}

/** A type whose `Ref` is its ARN. */
function byArn(
  type: string,
  arn: string,
  nameProperty: string | undefined,
  nameAttribute: string,
  attributes: Readonly<Record<string, Meaning>>,
): ArnRow {
  return { type, arn, nameProperty, nameAttribute, ref: 'arn', attributes: { Arn: 'arn', ...attributes } };
}

function lambdaFunction(type: string): ArnRow {
  const arn = 'arn:{P}:lambda:{R}:{A}:function:{name}';
  // `!Ref Worker.Alias` and `!Ref Worker.Version` are SAM's own references to what it generates (SAM specification, "Generated resources").
  return named(type, arn, 'FunctionName', { Alias: `${arn}:{AutoPublishAlias}`, Version: `${arn}:{.Version}` });
}

function streamAttribute(): Readonly<Record<string, Meaning>> {
  return { StreamArn: 'arn:{P}:dynamodb:{R}:{A}:table/{name}/stream/{.StreamLabel}' };
}

export const ARN_ROWS: ReadonlyMap<string, ArnRow> = new Map(ROWS.map((row) => [row.type, row]));
