import { roleOfNamed } from './callerRoles.ts';
import { at, calledBy, calledWithRole, type TriggerRow } from './row.ts';
import { ownArn } from './sources.ts';

/** Amazon Bedrock and Bedrock AgentCore. */
export const bedrock: readonly TriggerRow[] = [
  {
    definition: calledWithRole('bedrock-agentcore.amazonaws.com', {
      id: 'agentcore-evaluator',
      title: 'Bedrock AgentCore evaluator',
      docsUrl: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/evaluations.html',
      confidence: 'low',
      reason: 'AgentCore calls with the execution role of the evaluation.',
    }),
    types: ['AWS::BedrockAgentCore::Evaluator'],
    find: at({ at: 'EvaluatorConfig.CodeBased.LambdaConfig.LambdaArn' }),
  },
  {
    definition: calledWithRole('bedrock-agentcore.amazonaws.com', {
      id: 'agentcore-gateway-interceptor',
      title: 'Bedrock AgentCore gateway interceptor',
      docsUrl: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-interceptors.html',
      confidence: 'medium',
      reason: 'The gateway calls with its role, which must allow lambda:InvokeFunction.',
    }),
    types: ['AWS::BedrockAgentCore::Gateway'],
    find: at({ at: 'InterceptorConfigurations[].Interceptor.Lambda.Arn', role: 'RoleArn' }),
  },
  {
    definition: calledWithRole('bedrock-agentcore.amazonaws.com', {
      id: 'agentcore-gateway-target',
      title: 'Bedrock AgentCore gateway target',
      docsUrl: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-prerequisites-permissions.html',
      confidence: 'medium',
      reason: 'The gateway calls with its role, which must allow lambda:InvokeFunction.',
    }),
    types: ['AWS::BedrockAgentCore::GatewayTarget'],
    find: at({
      at: 'TargetConfiguration.Mcp.Lambda.LambdaArn',
      role: roleOfNamed('GatewayIdentifier', 'AWS::BedrockAgentCore::Gateway', 'RoleArn'),
    }),
  },
  {
    definition: calledBy('bedrock.amazonaws.com', {
      id: 'bedrock-agent-actiongroup',
      title: 'Amazon Bedrock agent',
      docsUrl: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html',
    }),
    types: ['AWS::Bedrock::Agent'],
    find: at({
      at: [
        'ActionGroups[].ActionGroupExecutor.Lambda',
        'PromptOverrideConfiguration.OverrideLambda',
        'CustomOrchestration.Executor.Lambda',
      ],
      source: ownArn,
    }),
  },
  {
    definition: calledWithRole('bedrock.amazonaws.com', {
      id: 'bedrock-datasource-transform',
      title: 'Amazon Bedrock knowledge base transformation',
      docsUrl: 'https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html',
      confidence: 'medium',
      reason: "Bedrock calls with the knowledge base's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::Bedrock::DataSource'],
    find: at({
      at: 'VectorIngestionConfiguration.CustomTransformationConfiguration.Transformations[].TransformationFunction.TransformationLambdaConfiguration.LambdaArn',
      role: roleOfNamed('KnowledgeBaseId', 'AWS::Bedrock::KnowledgeBase', 'RoleArn'),
    }),
  },
  {
    definition: calledWithRole('bedrock.amazonaws.com', {
      id: 'bedrock-flow',
      title: 'Amazon Bedrock flow',
      docsUrl: 'https://docs.aws.amazon.com/bedrock/latest/userguide/flow-cross-account-lambda.html',
      confidence: 'low',
      reason: 'The flow calls with its execution role, which must allow lambda:InvokeFunction.',
    }),
    types: ['AWS::Bedrock::Flow', 'AWS::Bedrock::FlowVersion'],
    find: at({ at: 'Definition.Nodes[].Configuration.LambdaFunction.LambdaArn', role: 'ExecutionRoleArn' }),
  },
];
