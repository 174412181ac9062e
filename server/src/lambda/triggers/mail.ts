import { at, calledBy, calledWithRole, nowhere, type TriggerRow } from './row.ts';
import { arn } from './sources.ts';

/** Amazon SES, WorkMail and Pinpoint. */
export const mail: readonly TriggerRow[] = [
  {
    definition: calledBy('pinpoint.${AWS::Region}.amazonaws.com', {
      id: 'pinpoint-campaign-hook',
      title: 'Amazon Pinpoint campaign hook',
      docsUrl: 'https://docs.aws.amazon.com/pinpoint/latest/developerguide/segments-dynamic.html',
      confidence: 'medium',
    }),
    types: ['AWS::Pinpoint::ApplicationSettings', 'AWS::Pinpoint::Campaign'],
    find: at({
      at: 'CampaignHook.LambdaFunctionName',
      source: arn('arn:{P}:mobiletargeting:{R}:{A}:apps/{ApplicationId}/*'),
    }),
  },
  {
    definition: calledWithRole('ses.amazonaws.com', {
      id: 'ses-mailmanager',
      title: 'Amazon SES Mail Manager rule',
      docsUrl: 'https://docs.aws.amazon.com/ses/latest/dg/eb-rules.html',
      reason: "Mail Manager calls with the action's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::SES::MailManagerRuleSet'],
    find: at({ at: 'Rules[].Actions[].InvokeLambda.FunctionArn', role: 'Rules[].Actions[].InvokeLambda.RoleArn' }),
  },
  {
    definition: calledBy('ses.amazonaws.com', {
      id: 'ses-receipt-rule',
      title: 'Amazon SES receipt rule',
      docsUrl: 'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html',
      checkedAtDeployment: true,
    }),
    types: ['AWS::SES::ReceiptRule'],
    find: at({
      at: 'Rule.Actions[].LambdaAction.FunctionArn',
      source: arn('arn:{P}:ses:{R}:{A}:receipt-rule-set/{RuleSetName}:receipt-rule/{Rule.Name}'),
    }),
  },
  {
    definition: calledBy('workmail.${AWS::Region}.amazonaws.com', {
      id: 'workmail',
      title: 'Amazon WorkMail email flow rule',
      docsUrl: 'https://docs.aws.amazon.com/workmail/latest/adminguide/lambda.html',
    }),
    types: [],
    find: nowhere,
  },
];
