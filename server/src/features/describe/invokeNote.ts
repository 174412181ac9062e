import type { ActionPlace } from '../../analysis/index.ts';
import { paragraphs } from './markdown.ts';

/** What people confuse about the actions that call a function. */
interface Note {
  readonly text: string;
  readonly docsUrl: string;
}

const NOTES: Readonly<Record<string, Note>> = {
  'lambda:InvokeFunction': {
    text: 'The API operation is called **Invoke**, the IAM action **InvokeFunction**: `lambda:Invoke` does not exist.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html',
  },
  'lambda:InvokeFunctionUrl': {
    text:
      'Authorises a call of the function’s URL. Since October 2025 a caller needs `lambda:InvokeFunction` as well, with the condition ' +
      '`lambda:InvokedViaFunctionUrl`. It does not let anybody call the function by the Invoke operation.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  },
  'lambda:InvokeAsync': {
    text:
      'Authorises the deprecated InvokeAsync operation only. Asynchronous calls by Invoke (`InvocationType: Event`) take ' +
      '`lambda:InvokeFunction`.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/api/API_InvokeAsync.html',
  },
};

/** What is confused about an action, told for the place where it stands; nothing for an action that calls no function. */
export function invokeNote(action: string | undefined, place: Pick<ActionPlace, 'site' | 'permission'>): string | undefined {
  const note = action !== undefined && Object.hasOwn(NOTES, action) ? NOTES[action] : undefined;
  return note && paragraphs(`${note.text} ${otherPlace(place)} [AWS's page](${note.docsUrl})`);
}

/** The action may stand in two places, and the other one is often meant. */
function otherPlace({ site, permission }: Pick<ActionPlace, 'site' | 'permission'>): string {
  if (permission || site?.kind === 'resource')
    return 'Here it says who may call the function. Which functions this one may call stands in its execution role.';
  return site?.kind === 'identity'
    ? 'Here, in an execution role or another identity policy, it says which functions may be called. Who may call a function is said by its resource-based policy (`AWS::Lambda::Permission`).'
    : 'In an identity policy it says which functions may be called; in a function’s resource-based policy, who may call it.';
}
