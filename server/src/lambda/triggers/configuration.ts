import { is } from './places.ts';
import { at, calledBy, calledWithRole, needsNothing, nowhere, type TriggerRow } from './row.ts';
import { arnIn, ownArn } from './sources.ts';

/** AWS Config, Secrets Manager, AppConfig and Systems Manager. */
export const configuration: readonly TriggerRow[] = [
  {
    definition: calledWithRole('appconfig.amazonaws.com', {
      id: 'appconfig-extension',
      title: 'AWS AppConfig extension',
      docsUrl: 'https://docs.aws.amazon.com/appconfig/latest/userguide/working-with-appconfig-extensions-creating-custom.html',
      reason: "AppConfig calls with the action's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::AppConfig::Extension'],
    find: at({ at: 'Actions.*[].Uri', role: 'Actions.*[].RoleArn', others: true }),
  },
  {
    definition: calledBy('appconfig.amazonaws.com', {
      id: 'appconfig-validator',
      title: 'AWS AppConfig validator',
      docsUrl:
        'https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-creating-configuration-and-profile-validators.html',
    }),
    types: ['AWS::AppConfig::ConfigurationProfile'],
    find: at({ at: 'Validators[].Content', when: [is('Validators[].Type', 'LAMBDA')] }),
  },
  {
    definition: calledBy('config.amazonaws.com', {
      id: 'config-organization-rule',
      title: 'AWS Config organization rule',
      docsUrl: 'https://docs.aws.amazon.com/config/latest/developerguide/config-rule-multi-account-deployment.html',
      confidence: 'low',
    }),
    types: ['AWS::Config::OrganizationConfigRule'],
    find: at({ at: 'OrganizationCustomRuleMetadata.LambdaFunctionArn' }),
  },
  {
    definition: calledBy('config.amazonaws.com', {
      id: 'config-rule',
      title: 'AWS Config rule',
      docsUrl: 'https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html',
      checkedAtDeployment: true,
    }),
    types: ['AWS::Config::ConfigRule'],
    find: at({ at: 'Source.SourceIdentifier', when: [is('Source.Owner', 'CUSTOM_LAMBDA')], source: ownArn }),
  },
  {
    definition: needsNothing({
      id: 'secretsmanager-hosted-rotation',
      title: 'Secrets Manager hosted rotation',
      docsUrl: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/cfn-example_RDSsecret.html',
      reason: 'The AWS::SecretsManager transform makes the function, its role and its permission.',
    }),
    types: [],
    find: nowhere,
  },
  {
    definition: calledBy('secretsmanager.amazonaws.com', {
      id: 'secretsmanager-rotation',
      title: 'Secrets Manager rotation',
      docsUrl: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html',
      checkedAtDeployment: true,
    }),
    types: ['AWS::SecretsManager::RotationSchedule'],
    find: at({ at: 'RotationLambdaARN', source: arnIn('SecretId') }),
  },
  {
    definition: calledWithRole('ssm.amazonaws.com', {
      id: 'ssm-automation',
      title: 'Systems Manager Automation runbook',
      docsUrl: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-lamb.html',
      reason: "Automation calls with the runbook's assumeRole, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::SSM::Document'],
    find: at({
      at: 'Content.mainSteps[].inputs.FunctionName',
      when: [is('Content.mainSteps[].action', 'aws:invokeLambdaFunction')],
      role: 'Content.assumeRole',
    }),
  },
  {
    definition: calledWithRole('ssm.amazonaws.com', {
      id: 'ssm-maintenance-window',
      title: 'Systems Manager maintenance window task',
      docsUrl: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-maintenance-permissions.html',
      reason: "The window calls with the task's service role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::SSM::MaintenanceWindowTask'],
    find: at({ at: 'TaskArn', when: [is('TaskType', 'LAMBDA')], role: 'ServiceRoleArn' }),
  },
];
