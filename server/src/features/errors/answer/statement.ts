import type { PastedError } from '../model.ts';

/** What to do by hand where no file has the caller; the statement that is lacking, if the message tells it all. */
export function adviceByHand({ form, resource, caller }: PastedError, action: string | undefined): readonly string[] {
  const isPassing = action !== undefined && /^iam:PassRole$/i.test(action);
  const advice = isPassing ? PASSING : form.advice;
  if (action === undefined || resource === undefined) return [advice];
  const who = caller?.name === undefined ? 'the caller' : `\`${caller.name}\``;
  const condition = isPassing ? { Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } } : {};
  const statement = JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource, ...condition }, undefined, 2);
  return [advice, `The statement that ${who} lacks:`, `\`\`\`json\n${statement}\n\`\`\``];
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
const PASSING =
  'Whoever gives a role to a service must be allowed to pass it: that is the identity that deploys, or the role that CloudFormation works with. The role itself takes nothing for it.';
