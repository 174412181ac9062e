import type { Analysis } from '../../analysis/index.ts';
import type { EffectEntity, ElementEntity, VersionEntity } from '../entities/element.ts';
import { paragraphs } from './markdown.ts';
import { policySentence } from './policyKind.ts';
import { whereItStands } from './whereItStands.ts';

const USER_GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_';

/** What each element says, in a sentence or two; the page of each in the user guide ends in its name. */
const ELEMENTS: Readonly<Record<string, string>> = {
  Version:
    'The version of the policy language, not of your policy. `2012-10-17` is the current one; without it AWS reads the policy as of 2008, where policy variables are plain text.',
  Id: 'A name for the whole policy. It has no effect; some services demand one.',
  Statement: 'The statements of the policy. Each allows or denies something on its own; a `Deny` of any of them wins.',
  Sid: 'A name for the statement, for people and for messages. It has no effect and must be unique in the policy.',
  Effect: 'Whether the statement allows or denies. What no statement allows is denied.',
  Principal:
    'Who is meant: accounts, roles, services, or everybody (`*`). Only policies on a resource and trust policies have it; in an identity policy the one who has the policy is meant.',
  NotPrincipal:
    'Everybody except those named. With `Allow` that lets in nearly everybody, anonymous callers included; AWS advises against it.',
  Action:
    'What is allowed or denied: IAM actions such as `s3:GetObject`. The names are those of actions, not always those of API operations.',
  NotAction:
    'Every action except those named, of all services, also of those to come. With `Allow` that is more than most people mean.',
  Resource:
    'What the actions may be used on: ARNs, with `*` and `?` for any characters. All of them count for all of the actions.',
  NotResource: 'Every resource except those named. With `Allow` that includes all that will be made later.',
  Condition:
    'When the statement counts: operators, below them condition keys, below them values. All operators and keys must hold; of several values one is enough.',
};

/** The key of an element. */
export function describeElement({ name, statement, site }: ElementEntity, analysis: Analysis): string {
  const text = ELEMENTS[name];
  if (text === undefined)
    return paragraphs(`**${name}**`, `IAM has no element of this name in a ${statement ? 'statement' : 'policy'}.`);
  return paragraphs(
    `**${name}** · policy element`,
    text,
    statement ? undefined : policySentence(site, analysis),
    `[AWS's page](${USER_GUIDE}${name.toLowerCase()}.html)`,
  );
}

/** `Allow` or `Deny`. */
export function describeEffect({ effect, statement, site }: EffectEntity, analysis: Analysis): string {
  return paragraphs(
    `**${effect}** · effect`,
    EFFECTS[effect] ?? 'The effect is `Allow` or `Deny`, written just so.',
    whereItStands({ statement, site, permission: undefined }, analysis),
    `[AWS's page](${USER_GUIDE}effect.html)`,
  );
}

const EFFECTS: Readonly<Record<string, string>> = {
  Allow: 'What the statement names is allowed, unless another statement denies it: a `Deny` anywhere wins.',
  Deny: 'What the statement names is denied, whatever any other policy allows.',
};

/** A version of the policy language. */
export function describeVersion({ version }: VersionEntity): string {
  return paragraphs(
    `**${version}** · version of the policy language`,
    VERSIONS[version] ??
      'There is no such version: write `2012-10-17`. It is the date of the policy language, not the day on which you write.',
    `[AWS's page](${USER_GUIDE}version.html)`,
  );
}

const VERSIONS: Readonly<Record<string, string>> = {
  '2012-10-17': 'The current version. Policy variables such as `${aws:username}` work.',
  '2008-10-17': 'The older version. Policy variables such as `${aws:username}` are plain text here: write `2012-10-17`.',
};
