import { inText } from './embeddedText.ts';
import { at, calledWithRole, needsNothing, nowhere, type TriggerRow } from './row.ts';

const PARAMETERS = ['Parameters.function', 'Parameters.metadata-function', 'Parameters.record-function'];
const HOOKS = ['PreExtractionHookConfiguration', 'PostExtractionHookConfiguration'];

/** Athena, databases, search, machine learning and Simple Workflow. */
export const dataServices: readonly TriggerRow[] = [
  {
    definition: needsNothing({
      id: 'athena-datacatalog',
      title: 'Amazon Athena data source connector',
      docsUrl: 'https://docs.aws.amazon.com/athena/latest/ug/federated-query-iam-access.html',
      reason: 'Athena calls as whoever runs the query, who needs lambda:InvokeFunction.',
    }),
    types: ['AWS::Athena::DataCatalog'],
    find: at({ at: PARAMETERS }),
  },
  {
    definition: calledWithRole('kendra.amazonaws.com', {
      id: 'kendra-enrichment',
      title: 'Amazon Kendra document enrichment',
      docsUrl: 'https://docs.aws.amazon.com/kendra/latest/dg/custom-document-enrichment.html',
      confidence: 'medium',
      reason: "Kendra calls with the enrichment's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::Kendra::DataSource'],
    find: at({
      at: HOOKS.map((hook) => `CustomDocumentEnrichmentConfiguration.${hook}.LambdaArn`),
      role: 'CustomDocumentEnrichmentConfiguration.RoleArn',
    }),
  },
  {
    definition: calledWithRole('osis-pipelines.amazonaws.com', {
      id: 'opensearch-ingestion',
      title: 'Amazon OpenSearch Ingestion pipeline',
      docsUrl: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/configure-client-lambda.html',
      confidence: 'medium',
      reason: 'The pipeline calls with its role, which must allow lambda:InvokeFunction.',
    }),
    types: ['AWS::OSIS::Pipeline'],
    find: inText({ at: 'PipelineConfigurationBody', key: 'function_name', role: 'PipelineRoleArn' }),
  },
  {
    definition: calledWithRole('qbusiness.amazonaws.com', {
      id: 'qbusiness-enrichment',
      title: 'Amazon Q Business document enrichment',
      docsUrl: 'https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/cde-lambda-operations.html',
      confidence: 'medium',
      reason: "Amazon Q calls with the hook's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::QBusiness::DataSource'],
    find: (resource, template) =>
      HOOKS.map((hook) => `DocumentEnrichmentConfiguration.${hook}`).flatMap((hook) =>
        at({ at: `${hook}.LambdaArn`, role: `${hook}.RoleArn` })(resource, template),
      ),
  },
  {
    definition: calledWithRole('rds.amazonaws.com', {
      id: 'rds-aurora-lambda',
      title: 'Amazon Aurora or RDS calling a function',
      docsUrl: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/PostgreSQL-Lambda.html',
      reason: 'The database calls with the role of its Lambda feature; the function is only named in SQL.',
    }),
    types: [],
    find: nowhere,
  },
  {
    definition: calledWithRole('redshift.amazonaws.com', {
      id: 'redshift-udf',
      title: 'Amazon Redshift Lambda UDF',
      docsUrl: 'https://docs.aws.amazon.com/redshift/latest/dg/udf-creating-a-lambda-sql-udf.html',
      reason: 'The cluster calls with one of its roles; the function is only named in SQL.',
    }),
    types: [],
    find: nowhere,
  },
  {
    definition: calledWithRole('sagemaker.amazonaws.com', {
      id: 'sagemaker-pipeline-lambda',
      title: 'SageMaker pipeline Lambda step',
      docsUrl: 'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html',
      confidence: 'medium',
      reason: 'The pipeline calls with its role, which must allow lambda:InvokeFunction.',
    }),
    types: ['AWS::SageMaker::Pipeline'],
    find: inText({ at: 'PipelineDefinition.PipelineDefinitionBody', key: 'FunctionArn', role: 'RoleArn' }),
  },
  {
    definition: calledWithRole('swf.amazonaws.com', {
      id: 'swf-lambda-task',
      title: 'Amazon SWF Lambda task',
      docsUrl: 'https://docs.aws.amazon.com/amazonswf/latest/developerguide/lambda-task.html',
      confidence: 'medium',
      reason: 'The workflow calls with its Lambda role, which must allow lambda:InvokeFunction.',
    }),
    types: [],
    find: nowhere,
  },
];
