import { inText } from './embeddedText.ts';
import { is } from './places.ts';
import { at, calledBy, calledWithRole, needsNothing, nowhere, type TriggerRow } from './row.ts';
import { arn, arnIn } from './sources.ts';

const LEX_DOCS = 'https://docs.aws.amazon.com/lexv2/latest/dg/lambda-attach.html';
const CODE_HOOK = 'BotAliasLocaleSettings[].BotAliasLocaleSetting.CodeHookSpecification.LambdaCodeHook.LambdaArn';

/** Lex, Connect, Alexa, Chime, IVS Chat and chat applications. */
export const conversation: readonly TriggerRow[] = [
  {
    definition: calledBy('alexa-appkit.amazon.com', {
      id: 'alexa-skill',
      title: 'Alexa skill',
      docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/services-alexa.html',
    }),
    types: [],
    find: nowhere,
  },
  {
    definition: calledWithRole('chatbot.amazonaws.com', {
      id: 'chatbot-custom-action',
      title: 'Custom action in chat applications',
      docsUrl: 'https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-actions.html',
      confidence: 'medium',
      reason: "The command runs with the channel's role, which must allow lambda:InvokeFunction.",
    }),
    types: [],
    find: nowhere,
  },
  {
    definition: calledBy('voiceconnector.chime.amazonaws.com', {
      id: 'chime-sip-media',
      title: 'Amazon Chime SDK SIP media application',
      docsUrl: 'https://docs.aws.amazon.com/chime-sdk/latest/ag/create-sip-app.html',
      confidence: 'medium',
    }),
    types: [],
    find: nowhere,
  },
  {
    definition: needsNothing({
      id: 'connect-contact-flow',
      title: 'Amazon Connect contact flow',
      docsUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html',
      confidence: 'medium',
      reason: 'The flow calls through the association of the function with the instance.',
    }),
    types: ['AWS::Connect::ContactFlow', 'AWS::Connect::ContactFlowModule'],
    find: inText({ at: 'Content', key: 'LambdaFunctionARN' }),
  },
  {
    definition: calledBy('connect.amazonaws.com', {
      id: 'connect-integration',
      title: 'Amazon Connect association',
      docsUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html',
      confidence: 'medium',
    }),
    types: ['AWS::Connect::IntegrationAssociation'],
    find: at({ at: 'IntegrationArn', when: [is('IntegrationType', 'LAMBDA_FUNCTION')], source: arnIn('InstanceId') }),
  },
  {
    definition: calledBy('ivschat.amazonaws.com', {
      id: 'ivschat-room',
      title: 'Amazon IVS chat message review',
      docsUrl: 'https://docs.aws.amazon.com/ivs/latest/ChatUserGuide/chat-message-review-handler.html',
    }),
    types: ['AWS::IVSChat::Room'],
    find: at({ at: 'MessageReviewHandler.Uri', source: arn('arn:{P}:ivschat:{R}:{A}:room/*') }),
  },
  {
    definition: calledBy('lexv2.amazonaws.com', { id: 'lexv2-bot-alias', title: 'Amazon Lex V2 bot alias', docsUrl: LEX_DOCS }),
    types: ['AWS::Lex::BotAlias'],
    find: at({ at: CODE_HOOK, source: arn('arn:{P}:lex:{R}:{A}:bot-alias/{BotId}/{.BotAliasId}') }),
  },
  {
    definition: calledBy('lexv2.amazonaws.com', {
      id: 'lexv2-bot-test-alias',
      title: 'Amazon Lex V2 test alias',
      docsUrl: LEX_DOCS,
    }),
    types: ['AWS::Lex::Bot'],
    find: at({ at: `TestBotAliasSettings.${CODE_HOOK}`, source: arn('arn:{P}:lex:{R}:{A}:bot-alias/{Ref}/TSTALIASID') }),
  },
];
