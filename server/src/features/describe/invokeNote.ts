import { paragraphs } from './markdown.ts';

const NOTES: Readonly<Record<string, string>> = {
  'lambda:InvokeFunction':
    'The API operation is called **Invoke**, the IAM action **InvokeFunction**: `lambda:Invoke` does not exist. The action stands in two places. ' +
    'In an execution role (or another identity policy) it says whom the role’s user may call; in a function’s resource-based policy, the ' +
    '`AWS::Lambda::Permission`, it says who may call the function.',
  'lambda:InvokeFunctionUrl':
    'Authorises a call of the function’s URL. Since October 2025 a caller needs `lambda:InvokeFunction` as well, with the condition ' +
    '`lambda:InvokedViaFunctionUrl`. It does not let anybody call the function by the Invoke operation.',
  'lambda:InvokeAsync':
    'Authorises the deprecated InvokeAsync operation only. Asynchronous calls by Invoke (`InvocationType: Event`) take `lambda:InvokeFunction`.',
};

const URLS: Readonly<Record<string, string>> = {
  'lambda:InvokeFunction': 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html',
  'lambda:InvokeFunctionUrl': 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  'lambda:InvokeAsync': 'https://docs.aws.amazon.com/lambda/latest/api/API_InvokeAsync.html',
};

/** What people confuse about the actions that invoke a function; nothing for any other action. */
export function invokeNote(action: string | undefined): string | undefined {
  const note = action === undefined ? undefined : NOTES[action];
  return note === undefined || action === undefined ? undefined : paragraphs(`${note} [AWS's page](${URLS[action]})`);
}
