import { unlessThrough } from './callerRoles.ts';
import { at, calledBy, calledWithRole, needsNothing, type TriggerRow } from './row.ts';

const SERVICE_LINKED_ROLE =
  'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';

const REGION_SWITCH = 'Workflows[].Steps[].ExecutionBlockConfiguration.CustomActionLambdaConfig.Lambdas[]';

/** EC2 Auto Scaling, ECS, ARC Region switch and AWS Security Agent. */
export const compute: readonly TriggerRow[] = [
  {
    definition: calledWithRole('arc-region-switch.amazonaws.com', {
      id: 'arc-region-switch',
      title: 'ARC Region switch plan',
      docsUrl: 'https://docs.aws.amazon.com/r53recovery/latest/dg/security_iam_region_switch_lambda.html',
      confidence: 'low',
      reason: 'The plan calls with its execution role, which must allow lambda:InvokeFunction.',
    }),
    types: ['AWS::ARCRegionSwitch::Plan'],
    find: at({ at: `${REGION_SWITCH}.Arn`, role: unlessThrough(`${REGION_SWITCH}.CrossAccountRole`, 'ExecutionRole') }),
  },
  {
    definition: needsNothing({
      id: 'autoscaling-lifecycle-hook',
      title: 'EC2 Auto Scaling lifecycle hook',
      docsUrl: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/prepare-for-lifecycle-notifications.html',
      confidence: 'low',
      reason: 'A hook notifies queues and topics; functions are usually called by an EventBridge rule.',
    }),
    types: ['AWS::AutoScaling::AutoScalingGroup', 'AWS::AutoScaling::LifecycleHook'],
    find: at({ at: ['NotificationTargetARN', 'LifecycleHookSpecificationList[].NotificationTargetARN'], others: true }),
  },
  {
    definition: calledBy(SERVICE_LINKED_ROLE, {
      id: 'autoscaling-termination-policy',
      title: 'EC2 Auto Scaling termination policy',
      docsUrl: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/lambda-custom-termination-policy.html',
      confidence: 'medium',
    }),
    types: ['AWS::AutoScaling::AutoScalingGroup'],
    find: at({ at: 'TerminationPolicies[]', others: true }),
  },
  {
    definition: calledWithRole('ecs.amazonaws.com', {
      id: 'ecs-deployment-hook',
      title: 'Amazon ECS deployment lifecycle hook',
      docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-permissions.html',
      reason: "ECS calls with the hook's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::ECS::Service'],
    find: at({
      at: 'DeploymentConfiguration.LifecycleHooks[].HookTargetArn',
      role: 'DeploymentConfiguration.LifecycleHooks[].RoleArn',
    }),
  },
  {
    definition: needsNothing({
      id: 'securityagent-agentspace',
      title: 'AWS Security Agent',
      docsUrl: 'https://docs.aws.amazon.com/securityagent/latest/userguide/what-is.html',
      confidence: 'low',
      reason: 'The function is under test; as far as the resource tells, nothing calls it.',
    }),
    types: ['AWS::SecurityAgent::AgentSpace', 'AWS::SecurityAgent::Pentest'],
    find: at({ at: 'AwsResources.LambdaFunctionArns[]' }),
  },
];
