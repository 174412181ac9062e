import { display } from '../../symbolic/index.ts';
import { child, literalText, type ScalarNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { letInFix } from '../support/letInFix.ts';
import { hasOwnPermission, madeFor, type PushedEvent, pushedEventsOf, SAM_FUNCTION } from '../support/samEvents.ts';
import { SAM_WORKER } from '../support/samples.ts';

interface Found {
  readonly event: PushedEvent;
  readonly path: ScalarNode;
  readonly variable: string;
  /** The logical id of the permission that SAM makes. */
  readonly permission: string;
}

const GREEDY = /\{[^{}]*\+\}/;

/** A greedy variable of an HTTP API's path that SAM does not turn into a wildcard. */
export const greedyHttpPath = defineRule<Found>({
  id: 'greedy-http-path',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'The permission that SAM makes for a greedy path of an HTTP API names the variable as it stands.',
    why:
      'In the source ARN of the permission for an HttpApi event, SAM writes * for {name} and for {proxy+}, but leaves any other greedy variable, ' +
      'as {files+}, in place. Where the call for /files/a.txt has the ARN of that path, the permission does not cover it, and the ' +
      'API answers 500; reports differ on whether it has.',
    url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-httpapi.html',
    aka: [],
    bad: [
      `${SAM_WORKER}        Files:
          Type: HttpApi
          Properties:
            Method: GET
            Path: /files/{files+}
            #     ^^^^^^^^^^^^^^^ SAM may let no call of this route in
`,
    ],
    good: [
      `${SAM_WORKER}        Files:
          Type: HttpApi
          Properties:
            Method: GET
            Path: /files/{proxy+}
`,
    ],
  },

  scope: 'resource',
  types: SAM_FUNCTION,

  *find(analysis) {
    for (const event of pushedEventsOf(analysis, 'HttpApi')) {
      const path = child(event.properties, 'Path');
      const variable = GREEDY.exec(literalText(path) ?? '')?.[0];
      const made = madeFor(event, analysis);
      if (variable === undefined || path?.kind !== 'scalar' || !made?.sourceArn || hasOwnPermission(event, analysis)) continue;
      const isLeftInPlace = display(made.sourceArn).includes(variable);
      if (isLeftInPlace && event.invoker.verdict !== 'granted') yield { event, path, variable, permission: made.logicalId };
    }
  },

  diagnose: ({ event: { owner, invoker }, path, variable, permission }) => ({
    span: path.outerSpan,
    message:
      `SAM may let no call of this route in: it writes ${variable} into the source ARN of ${permission} as it stands, and only {proxy+} as *. ` +
      'The API then answers 500 “Internal Server Error”. Call the variable {proxy+}, or add an AWS::Lambda::Permission of your own.',
    subject: {
      function: owner.fn.logicalId,
      trigger: invoker.trigger.name,
      permission,
      principal: 'apigateway.amazonaws.com',
    },
  }),

  fix: ({ event, path, variable }, analysis) => {
    const from = path.text.indexOf(variable);
    const edit = replaceText(path, from, from + variable.length, '{proxy+}');
    return [
      ...letInFix(event.invoker.trigger, analysis),
      // Not preferred, because the function's code reads the variable by its name.
      { title: 'Call the variable {proxy+} (the code sees the new name)', preferred: false, edits: [edit] },
    ];
  },
});
