import type { ErrorForm } from '../model.ts';

/** What services say that may not call a function, or not use a role. */
export const SERVICE_FORMS: readonly ErrorForm[] = [
  {
    id: 'api-gateway-invoke',
    title: 'API Gateway may not invoke the function',
    pattern: /Invalid permissions on Lambda function/i,
    source: 'https://repost.aws/knowledge-center/api-gateway-rest-api-lambda-errors',
    lack: 'function-policy',
    principal: 'apigateway.amazonaws.com',
    advice:
      'Add an AWS::Lambda::Permission for `apigateway.amazonaws.com` whose source ARN covers the API, the stage, the method and the path, and whose function has the alias that the integration calls.',
  },
  {
    id: 'api-gateway-assume',
    title: 'API Gateway cannot assume the role of its integration',
    pattern: /API Gateway does not have permission to assume the provided role(?: (?<role>arn:[^\s"'<>]{1,600}))?/i,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html',
    lack: 'caller-role',
    principal: 'apigateway.amazonaws.com',
    advice: 'The trust policy of the role in `Credentials` must let `apigateway.amazonaws.com` do `sts:AssumeRole`.',
  },
  {
    id: 's3-notification',
    title: 'Amazon S3 may not invoke the function, or not send to the topic or queue',
    pattern: /Unable to validate the following destination configurations/i,
    source: 'https://repost.aws/knowledge-center/unable-validate-destination-s3',
    lack: 'function-policy',
    principal: 's3.amazonaws.com',
    advice:
      'Add an AWS::Lambda::Permission for `s3.amazonaws.com` with the bucket as source ARN and your account as source account, and have the bucket wait for it (`DependsOn`): Amazon S3 tries it when the notification is made. Topics and queues take it in their own policy.',
  },
  {
    id: 'logs-subscription',
    title: 'CloudWatch Logs may not invoke the function',
    pattern: /Make sure you have given CloudWatch Logs permission to execute your function/i,
    source: 'https://repost.aws/knowledge-center/lambda-cloudwatch-log-subscription',
    lack: 'function-policy',
    principal: 'logs.amazonaws.com',
    advice:
      'Add an AWS::Lambda::Permission for `logs.amazonaws.com` whose source ARN is the log group’s with `:*` behind it, and have the subscription filter wait for it.',
  },
  {
    id: 'load-balancer',
    title: 'The load balancer may not invoke the function',
    pattern: /elasticloadbalancing principal does not have permission to invoke(?: (?<function>arn:[^\s"'<>]{1,600}))?/i,
    source: 'https://github.com/ansible/ansible/issues/52253',
    lack: 'function-policy',
    principal: 'elasticloadbalancing.amazonaws.com',
    advice: 'Add an AWS::Lambda::Permission for `elasticloadbalancing.amazonaws.com`, and have the target group wait for it.',
  },
  {
    id: 'secret-rotation',
    title: 'Secrets Manager may not invoke the rotation function',
    pattern: /Secrets Manager cannot invoke the specified Lambda function/i,
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html',
    lack: 'function-policy',
    principal: 'secretsmanager.amazonaws.com',
    advice: 'Add an AWS::Lambda::Permission for `secretsmanager.amazonaws.com`, and have the rotation schedule wait for it.',
  },
  {
    id: 'receipt-rule',
    title: 'Amazon SES may not invoke the function',
    pattern: /InvalidLambdaFunction(?:Exception)?\b|Could not invoke Lambda function:? (?<function>arn:aws[^\s"'<>]{1,600})/i,
    source: 'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html',
    lack: 'function-policy',
    principal: 'ses.amazonaws.com',
    advice:
      'Add an AWS::Lambda::Permission for `ses.amazonaws.com` with your account as source account, and have the receipt rule wait for it.',
  },
  {
    id: 'config-rule',
    title: 'AWS Config may not invoke the function',
    pattern:
      /(?:The )?(?:AWS )?Lambda function (?:(?<function>arn:aws[^\s"'<>]{1,600}) )?cannot be invoked\. Check the (?:specified )?function ARN/i,
    source: 'https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html',
    lack: 'function-policy',
    principal: 'config.amazonaws.com',
    advice:
      'Add an AWS::Lambda::Permission for `config.amazonaws.com` with your account as source account, and have the rule wait for it.',
  },
  {
    id: 'cognito-trigger',
    title: 'Amazon Cognito may not invoke the function',
    pattern: /invocation failed due to error AccessDeniedException/i,
    source: 'https://github.com/awslabs/service-workbench-on-aws/issues/1136',
    lack: 'function-policy',
    principal: 'cognito-idp.amazonaws.com',
    advice: 'Add an AWS::Lambda::Permission for `cognito-idp.amazonaws.com` with the user pool as source ARN.',
  },
  {
    id: 'event-rule-target',
    title: 'EventBridge may not invoke the target',
    pattern: /\bNO_PERMISSIONS\b/,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/rule-dlq.html',
    lack: 'function-policy',
    principal: 'events.amazonaws.com',
    advice:
      'Add an AWS::Lambda::Permission for `events.amazonaws.com` with the rule as source ARN; a target with a `RoleArn` takes `lambda:InvokeFunction` in that role instead.',
  },
  {
    id: 'event-rule-role',
    title: 'EventBridge cannot assume the role of the target',
    pattern: /\bFAILED_TO_ASSUME_ROLE\b/,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/rule-dlq.html',
    lack: 'caller-role',
    principal: 'events.amazonaws.com',
    advice: 'The trust policy of the role in `RoleArn` must let `events.amazonaws.com` do `sts:AssumeRole`.',
  },
  {
    id: 'scheduler-role',
    title: 'EventBridge Scheduler cannot assume its role',
    pattern: /must allow AWS EventBridge Scheduler to assume the role/i,
    source: 'https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/scheduler/retry.go',
    lack: 'caller-role',
    principal: 'scheduler.amazonaws.com',
    advice:
      'The trust policy of the role in `RoleArn` must let `scheduler.amazonaws.com` do `sts:AssumeRole`; a condition on `aws:SourceArn` must name the schedule group, not the schedule.',
  },
  {
    id: 'state-machine-role',
    title: 'Step Functions cannot assume its role',
    pattern:
      /states(?:\.[\w-]+)?\.amazonaws\.com,? (?:nor the regional one )?is (?:not )?authorized to assume the provided role/i,
    source: 'https://github.com/lumigo-io/lumigo-CLI/issues/83',
    lack: 'caller-role',
    principal: 'states.amazonaws.com',
    advice: 'The trust policy of the state machine’s role must let `states.amazonaws.com` do `sts:AssumeRole`.',
  },
  {
    id: 'state-machine-rule',
    title: 'The role of the state machine may not make the rule that it waits with',
    pattern: /'?(?<role>arn:[^\s"'<>]{1,600})'? is not authorized to create managed-rule/i,
    source: 'https://github.com/terraform-aws-modules/terraform-aws-step-functions/issues/41',
    lack: 'elsewhere',
    actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
    advice:
      'A state that waits for another service (`.sync`) takes `events:PutTargets`, `events:PutRule` and `events:DescribeRule` on the rule that Step Functions manages (`rule/StepFunctionsGetEvents…Rule`) in the role of the state machine.',
  },
  {
    id: 'firehose-invoke',
    title: 'Data Firehose may not invoke the function',
    pattern: /Lambda\.InvokeAccessDenied/,
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html',
    lack: 'caller-role',
    principal: 'firehose.amazonaws.com',
    advice:
      'The role of the delivery stream must allow `lambda:InvokeFunction` (and `lambda:GetFunctionConfiguration`) on the function with its version or alias, `:$LATEST` included.',
  },
  {
    id: 'code-deploy',
    title: 'The role of CodeDeploy lacks permissions',
    pattern:
      /IAM role (?<role>arn:[^\s"'<>]{1,600}) does not give you permission to perform operations in the following AWS service: (?<service>\w+)/i,
    source: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-auto-scaling.html',
    lack: 'elsewhere',
    advice:
      'Give the role of the deployment group what that service takes: for functions the managed policy AWSCodeDeployRoleForLambda, and `lambda:InvokeFunction` on the hooks.',
  },
  {
    id: 'agent-invoke',
    title: 'An agent or bot may not invoke the function',
    pattern: /Access denied while invoking Lambda function(?: (?<function>arn:[^\s"'<>]{1,600}))?/i,
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html',
    lack: 'function-policy',
    advice:
      'Add an AWS::Lambda::Permission for the service that calls: `bedrock.amazonaws.com` with the agent as source ARN, or `lexv2.amazonaws.com` with the alias of the bot. A gateway of Bedrock AgentCore calls with its own role, which must allow `lambda:InvokeFunction`.',
  },
  {
    id: 'alexa-skill',
    title: 'Alexa may not invoke the function',
    pattern: /trigger setting for the Lambda (?:(?<function>arn:[^\s"'<>]{1,600}) +|function )?is invalid/i,
    source: 'https://github.com/ndg63276/alexa-youtube/issues/11',
    lack: 'function-policy',
    advice:
      'Add an AWS::Lambda::Permission for `alexa-appkit.amazon.com` (`alexa-connectedhome.amazon.com` for a smart home skill) with the id of the skill as `EventSourceToken`.',
  },
];
