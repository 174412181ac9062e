import { type ActionPlace, actionPlacesOf } from '../../analysis/index.ts';
import { defineRule } from '../rule.ts';
import { renameFixes } from '../support/actionNames.ts';

/** An action that is no longer meant to be used. */
export const retiredAction = defineRule<ActionPlace>({
  id: 'retired-action',
  severity: 'warning',
  outcome: 'no-effect',
  docs: {
    summary: 'An action belongs to an operation that AWS has replaced.',
    why:
      'The action still exists, but what it authorises is deprecated, and the operation that replaces it has an action ' +
      'of its own.',
    url: 'https://docs.aws.amazon.com/lambda/latest/api/API_InvokeAsync.html',
    aka: [],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: lambda:InvokeAsync
          # ^^^^^^^^^^^^^^^^^^ lambda:InvokeAsync is deprecated
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: lambda:InvokeFunction
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`,
    ],
  },

  scope: 'grant',

  find: (analysis) =>
    actionPlacesOf(analysis).filter(
      ({ text, negated }) => !negated && isRetired(analysis.knowledge.iam.action(text)?.description),
    ),

  diagnose: ({ text, span, permission }) => {
    const instead = REPLACEMENTS.get(text.toLowerCase());
    return {
      span,
      message: `${text} is deprecated. ${instead === undefined ? 'Its page in the Service Authorization Reference says what to use instead.' : `Use ${instead}.`}`,
      subject: {
        action: text,
        ...(instead === undefined ? {} : { suggestion: instead }),
        ...(permission ? { permission: permission.logicalId } : {}),
      },
      ...(instead === undefined ? { severity: 'hint' as const } : {}),
    };
  },

  fix: (place, { tree }) => {
    const instead = REPLACEMENTS.get(place.text.toLowerCase());
    return instead === undefined ? [] : renameFixes(place, [instead], tree);
  },
});

/** Source: https://docs.aws.amazon.com/lambda/latest/api/API_InvokeAsync.html */
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([['lambda:invokeasync', 'lambda:InvokeFunction']]);

/** The reference says so at the end of the description. */
function isRetired(description = ''): boolean {
  return /\(deprecated\)\.?$/i.test(description);
}
