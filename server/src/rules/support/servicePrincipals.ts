import type { IamKnowledge } from '../../iam/index.ts';
import { display, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { nearest } from '../../text/nearest.ts';

/**
 * Names in front of `.amazonaws.com`. Not complete: AWS publishes no list, so a name that is not here says nothing by itself.
 * Sources, by block: the table of service principals in the IAM User Guide
 * (https://github.com/awsdocs/iam-user-guide, doc_source/reference_service_principals_listing.md); "Using AWS Lambda with other services"
 * (https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html) and the trigger's own pages, which `lambda/triggers/` names; the
 * managed policies' trust and `iam:PassedToService` conditions (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/); the
 * principals that the CDK's constructs write (https://github.com/aws/aws-cdk); service-linked roles
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html).
 */
const NAMES: ReadonlySet<string> = new Set(
  `
acm apigateway athena autoscaling clouddirectory cloudformation cloudfront cloudsearch cloudtrail monitoring events logs codecommit
codedeploy codepipeline config datapipeline directconnect ds dynamodb ec2 ecr ecs edgelambda elasticache elasticbeanstalk
elasticfilesystem elasticloadbalancing elasticmapreduce health iam inspector kinesis kms lambda lightsail opsworks organizations rds
redshift route53 s3 servicecatalog ses signin sns sqs ssm storagegateway sts support vmie waf workdocs workspaces

alarms appconfig appflow appsync arc-region-switch batchoperations.s3 bedrock bedrock-agentcore chatbot cloudwatch cognito-idp
cognito-sync connect firehose healthlake hooks.cloudformation iot iotanalytics iotevents iottwinmaker ivschat kendra kinesisanalytics
lambda.alarms.cloudwatch lambda.datasource.cloudwatch lex lexv2 osis-pipelines pipes qbusiness s3-object-lambda sagemaker scheduler
secretsmanager states swf transfer voiceconnector.chime vpc-lattice

access-analyzer agentless.inspector2 application-autoscaling application-insights aps artifact channels.lex channels.lexv2 cloud9
codeguru-reviewer compute-optimizer continuousexport.discovery contributorinsights.dynamodb controltower dataexchange datazone dax
detective dms docdb-elastic dynamodb.application-autoscaling ec2fastlaunch ecs-tasks ecs.application-autoscaling eks forecast glue
greengrass guardduty inspector2 kinesisreplication.dynamodb lakeformation macie mediaconvert medical-imaging memorydb mgn migrationhub
mq network-connectors.lambda notifications omics profile replication.dynamodb robomaker sagemaker-geospatial securityhub spot spotfleet
sso synthetics timestream-influxdb

backup batch codebuild codestar-notifications delivery.logs directoryservice.rds dnssec-route53 eks-fargate-pods emr-containers es
fargate logdelivery.elasticloadbalancing logging.s3 monitoring.rds pods.eks vpc-flow-logs

airflow airflow-env amplify application.qbusiness apprunner appstream build.apprunner tasks.apprunner cassandra cloudhsm codeartifact
codestar codestar-connections comprehend databrew datasync deeplens devops-guru discovery dlm drs ec2fleet ec2scheduled ecr-public
elastictranscoder email emr-serverless export.rds finspace fis fms freertos fsx gamelift globalaccelerator grafana imagebuilder internetmonitor
iotdeviceadvisor iotfleetwise iotsitewise iotwireless ivs kafka kafkaconnect keyspaces license-manager location lookoutmetrics machinelearning
mediaconnect medialive mediapackage mediastore mediatailor member.org.stacksets.cloudformation mobileanalytics neptune network-firewall
opsworks-cm outposts personalize pinpoint polly proton qldb quicksight ram redshift-serverless rekognition resiliencehub resource-explorer-2
resource-groups rolesanywhere route53-recovery-readiness route53resolver rum savingsplans scheduler.redshift schemas serverlessrepo
servicediscovery sdk.metrics shield signer sms sms-voice snowball ssm-incidents ssmincident stacksets.cloudformation streams.metrics.cloudwatch textract
timestream transcribe translate trustedadvisor verifiedpermissions vpc-lattice wafv2 wellarchitected wisdom workmail workspaces-web xray
`
    .trim()
    .split(/\s+/),
);

/** What services are called, but not as principals. Sources: the pages of `lambda/triggers/`. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['eventbridge', 'events'],
  ['cloudwatchevents', 'events'],
  ['stepfunctions', 'states'],
  ['step-functions', 'states'],
  ['api-gateway', 'apigateway'],
  ['apigatewayv2', 'apigateway'],
  ['cloudwatchlogs', 'logs'],
  ['cognito', 'cognito-idp'],
  ['configservice', 'config'],
  ['elb', 'elasticloadbalancing'],
  ['lambda-edge', 'edgelambda'],
]);

const SUFFIX = '.amazonaws.com';
const DOMAIN = /\.amazonaws\.com(?:\.cn)?$/;
const REGION = /\.(?:\$\{AWS::Region\}|[a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2})$/;

/** What there is to say of a service principal. */
export type PrincipalJudgement =
  | { readonly verdict: 'known' | 'unseen' }
  /** Nobody has this name; `slip`: it is a letter or two away from one that somebody has. */
  | { readonly verdict: 'slip' | 'misnomer'; readonly name: string; readonly meant: string; readonly suggestion: string }
  /** No service principal at all. */
  | { readonly verdict: 'format'; readonly suggestion: string | undefined };

/** The principals of services that are known here. */
export function servicePrincipals(): readonly string[] {
  return [...NAMES].sort().map((name) => name + SUFFIX);
}

/** Judges a service principal. The domain of the partition and a Region in it do not matter. */
export function judgeServicePrincipal(principal: SymbolicString, iam: IamKnowledge): PrincipalJudgement {
  const text = textOf(principal);
  if (text.replace('${AWS::Region}', '').includes('${') || text === '' || /[*?]/.test(text)) return { verdict: 'unseen' };
  if (!isAwsDomain(text.replace('${AWS::Region}', 'region'))) return { verdict: 'format', suggestion: withSuffix(text) };
  const name = text.replace(DOMAIN, '');
  if (!DOMAIN.test(text)) return { verdict: 'unseen' };
  const bare = name.replace(REGION, '');
  if (NAMES.has(bare)) return { verdict: 'known' };
  const other = OTHER_NAMES.get(bare);
  if (other !== undefined) return { verdict: 'misnomer', name: bare, meant: other, suggestion: text.replace(bare, () => other) };
  if (iam.service(bare)) return { verdict: 'unseen' };
  const near = closest(bare);
  return near === undefined
    ? { verdict: 'unseen' }
    : { verdict: 'slip', name: bare, meant: near, suggestion: text.replace(bare, () => near) };
}

function withSuffix(text: string): string | undefined {
  const [name = ''] = text.split('.');
  return NAMES.has(name) ? name + SUFFIX : undefined;
}

/** Domains that principals of services may have, those of other partitions and of Alexa among them. */
function isAwsDomain(text: string): boolean {
  return /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.(?:amazonaws\.(?:com|eu|com\.cn)|amazon\.com|aws\.internal|aws\.dev|on\.aws|[a-z0-9.-]+\.(?:gov|uk))$/i.test(
    text,
  );
}

/** The text with the domain of the partition written out; other holes stay. */
function textOf({ parts }: SymbolicString): string {
  const pieces = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    const isDomain = part.hole.kind === 'pseudo' && part.hole.name === 'AWS::URLSuffix';
    return isDomain ? SUFFIX.slice(1) : display(ofHole(part.hole));
  });
  return pieces.join('');
}

/** Short names differ by a letter without being a slip of the pen. */
function closest(name: string): string | undefined {
  const most = name.length < 5 ? 0 : name.length < 7 ? 1 : 2;
  return nearest(name, NAMES, () => most);
}
