import type { Analysis } from '../../analysis/index.ts';
import { judgeServicePrincipal } from '../../rules/support/servicePrincipals.ts';
import { display, onlyHole, type SymbolicString } from '../../symbolic/index.ts';
import type { PrincipalEntity, PrincipalTypeEntity } from '../entities/principal.ts';
import { code, paragraphs } from './markdown.ts';
import { serviceTitle } from './serviceTitle.ts';

const URL = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html';

/** Somebody who is let in or kept out. */
export function describePrincipal({ type, value, statement }: PrincipalEntity, analysis: Analysis): string {
  const text = display(value);
  const kind = type === '' ? kindInPermission(text) : type === 'AWS' && text === '*' ? '*' : type;
  return paragraphs(
    `**${text.replaceAll('*', '\\*')}** · ${KINDS[kind] ?? 'principal'}`,
    sentence(kind, value, analysis),
    kind === 'Service' && !statement
      ? 'It calls on behalf of resources of any account: `SourceArn` or `SourceAccount` say whose calls are meant.'
      : undefined,
    `[AWS's page](${URL})`,
  );
}

const KINDS: Readonly<Record<string, string>> = {
  '*': 'everybody',
  AWS: 'account, role or user',
  Service: 'service principal',
  Federated: 'identity provider',
  CanonicalUser: 'canonical user id',
};

/** A Lambda permission has no types: an account, an ARN, everybody, or the name of a service. */
function kindInPermission(text: string): string {
  if (text === '*') return '*';
  return /^(?:\d{12}|arn:|\$\{[^}]*\}$)/.test(text) ? 'AWS' : 'Service';
}

function sentence(kind: string, value: SymbolicString, analysis: Analysis): string {
  switch (kind) {
    case '*':
      return 'Everybody, of every account, anonymous callers included, as far as no condition limits it.';
    case 'Service':
      return serviceSentence(value, analysis);
    case 'Federated':
      return 'Users whom this identity provider has signed in. Conditions on its claims (`aud`, `sub`) say which of them.';
    case 'CanonicalUser':
      return 'An account by its canonical user id, as Amazon S3 and CloudFront origin access identities have it.';
    default:
      return identitySentence(value, analysis);
  }
}

function serviceSentence(value: SymbolicString, { knowledge: { iam } }: Analysis): string {
  const text = display(value);
  const judgement = judgeServicePrincipal(value, iam);
  if (judgement.verdict === 'misnomer' || judgement.verdict === 'slip')
    return `No service has this name; ${code(judgement.suggestion)} is probably meant.`;
  if (judgement.verdict === 'format') return 'This is not the name of a service: those end in `.amazonaws.com`.';
  const title = serviceTitle(text, iam);
  return title === undefined ? 'A service of AWS, acting as itself.' : `${title}, acting as itself and not with a role of yours.`;
}

function identitySentence(value: SymbolicString, { template }: Analysis): string {
  const text = display(value);
  const hole = onlyHole(value);
  const resource = hole?.kind === 'attribute' ? template?.resources.get(hole.logicalId) : undefined;
  if (resource) return `**${resource.logicalId}** (${code(resource.type)}) of this template.`;
  if (text === '${AWS::AccountId}') return `The account of this stack. ${ACCOUNT}`;
  const [, account] = /^(?:arn:[^:]*:iam::)?(\d{12}|\$\{AWS::AccountId\})(?::root)?$/.exec(text) ?? [];
  if (account !== undefined) return `The account ${code(account)}. ${ACCOUNT}`;
  const [, kind, name] = /:(role|user|assumed-role|federated-user)\/(.+)$/.exec(text) ?? [];
  if (kind !== undefined && name !== undefined) return `The ${kind.replace('-', ' ')} ${code(name)} and nobody else.`;
  return 'An account, a role or a user.';
}

const ACCOUNT = 'Who of it may do this is left to the identity policies of that account.';

/** The key above principals of one type. */
export function describePrincipalType({ type }: PrincipalTypeEntity): string {
  return paragraphs(
    `**${type}** · type of principal`,
    TYPES[type] ?? 'IAM has no such type: it is `AWS`, `Service`, `Federated` or `CanonicalUser`.',
    `[AWS's page](${URL})`,
  );
}

const TYPES: Readonly<Record<string, string>> = {
  AWS: 'Accounts, roles and users: an account id, an ARN, or `*` for everybody.',
  Service: 'Services of AWS that act as themselves: `s3.amazonaws.com`.',
  Federated: 'Users whom an identity provider has signed in; only in trust policies.',
  CanonicalUser: 'An account by its canonical user id; only in policies of Amazon S3.',
};
