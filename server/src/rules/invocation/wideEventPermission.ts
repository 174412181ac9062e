import { child } from '../../syntax/index.ts';
import { defineRule } from '../rule.ts';
import { madeFor, type PushedEvent, pushedEventsOf, SAM_FUNCTION } from '../support/samEvents.ts';
import { SAM_WORKER } from '../support/samples.ts';

interface Found {
  readonly event: PushedEvent;
  readonly permission: string;
  readonly isSkill: boolean;
}

/** An event for which SAM makes a permission that lets more in than the event's source. */
export const wideEventPermission = defineRule<Found>({
  id: 'wide-event-permission',
  severity: 'hint',
  outcome: 'too-open',
  docs: {
    summary: 'The permission that SAM makes for an event lets more in than the source of the event.',
    why:
      'For an S3 event SAM names only the account, because the bucket has to wait for the permission: every bucket of the account can have Amazon ' +
      'S3 call the function. For an AlexaSkill event without SkillId it names nothing: every skill of anybody can call it.',
    url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-alexaskill.html',
    aka: [],
    bad: [
      `${SAM_WORKER}        Skill:
      # ^^^^^ warning: WorkerSkillPermission lets every Alexa skill
          Type: AlexaSkill
`,
      `${SAM_WORKER}        Upload:
      # ^^^^^^ hint: WorkerUploadPermission lets every bucket of the account
          Type: S3
          Properties:
            Bucket: !Ref Uploads
            Events: s3:ObjectCreated:*
  Uploads:
    Type: AWS::S3::Bucket
`,
    ],
    good: [
      `${SAM_WORKER}        Skill:
          Type: AlexaSkill
          Properties:
            SkillId: amzn1.ask.skill.12345678-1234-4234-8234-123456789012
`,
    ],
  },

  scope: 'resource',
  types: SAM_FUNCTION,

  *find(analysis) {
    for (const event of pushedEventsOf(analysis, 'AlexaSkill', 'S3')) {
      const made = madeFor(event, analysis);
      const isSkill = event.invoker.trigger.definition.id === 'sam-event-alexaskill';
      if (made && !(isSkill && child(event.properties, 'SkillId'))) yield { event, permission: made.logicalId, isSkill };
    }
  },

  diagnose: ({ event: { owner, invoker }, permission, isSkill }) => ({
    span: invoker.trigger.span,
    message: isSkill
      ? `${permission} lets every Alexa skill invoke ${owner.fn.logicalId}, whosever it is. Add SkillId to the event.`
      : `${permission} lets every bucket of the account invoke ${owner.fn.logicalId}: SAM names no bucket, because the bucket waits for the ` +
        'permission. Have the function look at the bucket’s name, or use an EventBridgeRule event, which names it.',
    subject: {
      function: owner.fn.logicalId,
      trigger: invoker.trigger.name,
      permission,
      principal: invoker.trigger.definition.principal ?? '',
    },
    ...(isSkill ? { severity: 'warning' } : {}),
  }),
});
