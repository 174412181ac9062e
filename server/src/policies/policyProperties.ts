import type { PolicyKind } from './site.ts';

/** A property that holds a policy. */
export interface PolicyProperty {
  /** The path below `Properties`; `[]` behind a key whose value is a list. */
  readonly path: string;
  readonly kind: PolicyKind;
  /**
   * What stands there: a whole document (or its JSON in a string), statements without a document around them, or a list in which
   * only objects with a `Statement` are documents.
   */
  readonly holds: 'document' | 'statements' | 'sam-policies';
}

/**
 * The policy properties of a resource type, in the order of the table.
 *
 * Source of each row: the type's page in https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ (for
 * `AWS::Serverless` in https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/), found by reading every
 * property of the specification (@aws-cdk/aws-service-spec 0.1.216) that takes JSON or a string and is named like a policy. Not
 * in the table is what is named so but is no IAM policy: Cedar, data protection, redrive, filter, lifecycle and scaling policies.
 */
export function policyPropertiesOf(type: string): readonly PolicyProperty[] {
  return BY_TYPE.get(type) ?? [];
}

/** All types with a policy property. */
export function typesWithPolicies(): ReadonlySet<string> {
  return TYPES;
}

const IDENTITY = `
AWS::IAM::Group Policies[].PolicyDocument
AWS::IAM::GroupPolicy PolicyDocument
AWS::IAM::ManagedPolicy PolicyDocument
AWS::IAM::Policy PolicyDocument
AWS::IAM::Role Policies[].PolicyDocument
AWS::IAM::RolePolicy PolicyDocument
AWS::IAM::User Policies[].PolicyDocument
AWS::IAM::UserPolicy PolicyDocument
AWS::IoT::Policy PolicyDocument
AWS::SSO::PermissionSet InlinePolicy
`;

const TRUST = `
AWS::IAM::Role AssumeRolePolicyDocument
AWS::Serverless::Function AssumeRolePolicyDocument
`;

/** Session policies: what they do not allow is out of reach, they grant nothing by themselves. */
const BOUNDARY = `
AWS::EKS::PodIdentityAssociation Policy
AWS::RolesAnywhere::Profile SessionPolicy
AWS::Transfer::User Policy
`;

const RESOURCE = `
AWS::AIOps::InvestigationGroup InvestigationGroupPolicy
AWS::APS::ResourcePolicy PolicyDocument
AWS::ApiGateway::DomainNameV2 Policy
AWS::ApiGateway::RestApi Policy
AWS::ApiGateway::RestApi Body.x-amazon-apigateway-policy
AWS::Serverless::Api DefinitionBody.x-amazon-apigateway-policy
AWS::Backup::BackupVault AccessPolicy
AWS::Backup::LogicallyAirGappedBackupVault AccessPolicy
AWS::Bedrock::KnowledgeBasePolicy PolicyDocument
AWS::Bedrock::ResourcePolicy PolicyDocument
AWS::BedrockAgentCore::ResourcePolicy Policy
AWS::CloudTrail::ResourcePolicy ResourcePolicy
AWS::CodeArtifact::Domain PermissionsPolicyDocument
AWS::CodeArtifact::Repository PermissionsPolicyDocument
AWS::Comprehend::DocumentClassifier ModelPolicy
AWS::Comprehend::EntityRecognizer ModelPolicy
AWS::DSQL::Cluster PolicyDocument
AWS::DynamoDB::GlobalTable Replicas[].ReplicaStreamSpecification.ResourcePolicy.PolicyDocument
AWS::DynamoDB::GlobalTable Replicas[].ResourcePolicy.PolicyDocument
AWS::DynamoDB::Table ResourcePolicy.PolicyDocument
AWS::DynamoDB::Table StreamSpecification.ResourcePolicy.PolicyDocument
AWS::EC2::VPCEndpoint PolicyDocument
AWS::ECR::PublicRepository RepositoryPolicyText
AWS::ECR::RegistryPolicy PolicyText
AWS::ECR::Repository RepositoryPolicyText
AWS::ECR::RepositoryCreationTemplate RepositoryPolicy
AWS::EFS::FileSystem FileSystemPolicy
AWS::Elasticsearch::Domain AccessPolicies
AWS::EventSchemas::RegistryPolicy Policy
AWS::Events::EventBus Policy
AWS::EventsV2::ResourcePolicy PolicyDocument
AWS::FSx::S3AccessPointAttachment S3AccessPoint.Policy
AWS::KMS::Key KeyPolicy
AWS::KMS::ReplicaKey KeyPolicy
AWS::Kinesis::ResourcePolicy ResourcePolicy
AWS::Lambda::ResourcePolicy PolicyDocument
AWS::Lex::ResourcePolicy Policy
AWS::Logs::DeliveryDestination DeliveryDestinationPolicy.DeliveryDestinationPolicy
AWS::Logs::Destination DestinationPolicy
AWS::Logs::LogGroup ResourcePolicyDocument
AWS::Logs::ResourcePolicy PolicyDocument
AWS::MSK::ClusterPolicy Policy
AWS::MediaPackageV2::ChannelPolicy Policy
AWS::MediaPackageV2::OriginEndpointPolicy Policy
AWS::MediaStore::Container Policy
AWS::MediaTailor::ChannelPolicy Policy
AWS::ODB::OdbNetwork KmsPolicyDocument
AWS::ODB::OdbNetwork S3PolicyDocument
AWS::ODB::OdbNetwork StsPolicyDocument
AWS::OSIS::Pipeline ResourcePolicy.Policy
AWS::Oam::Sink Policy
AWS::Omics::SequenceStore S3AccessPolicy
AWS::OpenSearchService::Domain AccessPolicies
AWS::Organizations::ResourcePolicy Content
AWS::PaymentCryptography::Key Policy
AWS::RUM::AppMonitor ResourcePolicy.PolicyDocument
AWS::Redshift::Cluster NamespaceResourcePolicy
AWS::RedshiftServerless::Namespace NamespaceResourcePolicy
AWS::S3::AccessPoint Policy
AWS::S3::BucketPolicy PolicyDocument
AWS::S3::MultiRegionAccessPointPolicy Policy
AWS::S3Express::AccessPoint Policy
AWS::S3Express::BucketPolicy PolicyDocument
AWS::S3Files::FileSystemPolicy Policy
AWS::S3ObjectLambda::AccessPointPolicy PolicyDocument
AWS::S3Outposts::AccessPoint Policy
AWS::S3Outposts::BucketPolicy PolicyDocument
AWS::S3Tables::TableBucketPolicy ResourcePolicy
AWS::S3Tables::TablePolicy ResourcePolicy
AWS::S3Vectors::VectorBucketPolicy Policy
AWS::SMSVOICE::ResourcePolicy PolicyDocument
AWS::SNS::TopicInlinePolicy PolicyDocument
AWS::SNS::TopicPolicy PolicyDocument
AWS::SQS::QueueInlinePolicy PolicyDocument
AWS::SQS::QueuePolicy PolicyDocument
AWS::SSM::ResourcePolicy Policy
AWS::SageMaker::ModelPackageGroup ModelPackageGroupPolicy
AWS::SecretsManager::ResourcePolicy ResourcePolicy
AWS::VpcLattice::AuthPolicy Policy
AWS::VpcLattice::ResourcePolicy Policy
AWS::XRay::ResourcePolicy PolicyDocument
`;

/** By its `Type` a service control, resource control, tag or backup policy: content tells whether it is an IAM policy at all. */
const UNKNOWN = `
AWS::Organizations::Policy Content
`;

const BARE_STATEMENTS = `
AWS::Events::EventBusPolicy Statement
AWS::Serverless::Api Auth.ResourcePolicy.CustomStatements
`;

const SAM_POLICIES = `
AWS::Serverless::Function Policies
AWS::Serverless::StateMachine Policies
`;

function rows(
  table: string,
  kind: PolicyKind,
  holds: PolicyProperty['holds'] = 'document',
): readonly { readonly type: string; readonly property: PolicyProperty }[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([type = '', path = '']) => ({ type, property: { path, kind, holds } }));
}

function byType(all: ReturnType<typeof rows>): ReadonlyMap<string, readonly PolicyProperty[]> {
  const result = new Map<string, PolicyProperty[]>();
  for (const { type, property } of all) result.set(type, [...(result.get(type) ?? []), property]);
  return result;
}

const BY_TYPE = byType([
  ...rows(TRUST, 'trust'),
  ...rows(IDENTITY, 'identity'),
  ...rows(BOUNDARY, 'boundary'),
  ...rows(RESOURCE, 'resource'),
  ...rows(UNKNOWN, 'unknown'),
  ...rows(BARE_STATEMENTS, 'resource', 'statements'),
  ...rows(SAM_POLICIES, 'identity', 'sam-policies'),
]);
const TYPES: ReadonlySet<string> = new Set(BY_TYPE.keys());
