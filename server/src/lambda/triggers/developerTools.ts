import { unlessThrough } from './callerRoles.ts';
import { is } from './places.ts';
import { at, calledBy, calledWithRole, type TriggerRow } from './row.ts';
import { ownArn } from './sources.ts';

/** CodeCommit, CodePipeline and CodeDeploy. */
export const developerTools: readonly TriggerRow[] = [
  {
    definition: calledBy('codecommit.amazonaws.com', {
      id: 'codecommit-trigger',
      title: 'AWS CodeCommit trigger',
      docsUrl: 'https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-notify-lambda.html',
      checkedAtDeployment: true,
    }),
    types: ['AWS::CodeCommit::Repository'],
    find: at({ at: 'Triggers[].DestinationArn', source: ownArn, others: true }),
  },
  {
    definition: calledWithRole('codedeploy.amazonaws.com', {
      id: 'codedeploy-hook',
      title: 'AWS CodeDeploy hook',
      docsUrl: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html',
      reason:
        "CodeDeploy calls with the deployment group's service role; AWS's managed policy only allows functions named CodeDeployHook_*.",
    }),
    types: ['AWS::Serverless::Function'],
    find: at({
      at: ['DeploymentPreference.Hooks.PreTraffic', 'DeploymentPreference.Hooks.PostTraffic'],
      role: 'DeploymentPreference.Role',
    }),
  },
  {
    definition: calledWithRole('codepipeline.amazonaws.com', {
      id: 'codepipeline-invoke',
      title: 'AWS CodePipeline invoke action',
      docsUrl: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html',
      reason: 'The pipeline calls with its role, which must allow lambda:InvokeFunction.',
    }),
    types: ['AWS::CodePipeline::Pipeline'],
    find: at({
      at: 'Stages[].Actions[].Configuration.FunctionName',
      when: [is('Stages[].Actions[].ActionTypeId.Provider', 'Lambda')],
      role: unlessThrough('Stages[].Actions[].RoleArn', 'RoleArn'),
    }),
  },
];
