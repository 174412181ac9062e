import { servicePrincipals } from '../../../rules/support/servicePrincipals.ts';
import { BUILT_IN_PROVIDERS, GITHUB } from '../../../rules/support/trustPrincipals.ts';
import { child } from '../../../syntax/index.ts';
import { sub } from '../../../syntax/write/index.ts';
import { hole } from '../holes.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestion } from '../suggestion.ts';
import { arnsIn, othersIn } from './inTemplate.ts';
import { arnPattern } from './resources.ts';

export const EVERYBODY: Suggestion = { label: '*', kind: 'value', detail: 'everybody', insert: { text: '*' } };

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const TYPES: readonly (readonly [name: string, detail: string])[] = [
  ['Service', 'an AWS service'],
  ['AWS', 'an account, a role, a user'],
  ['Federated', 'an identity provider'],
  ['CanonicalUser', 'the canonical id of an account, for Amazon S3'],
];

/** The types that the `Principal` does not have yet, or everybody. */
export const principalTypes: Source<'principal-type'> = (_, { role, word, statement }) => {
  const principal = child(statement?.node, 'Principal');
  const entries = principal?.kind === 'mapping' ? principal.entries : [];
  const present = entries.flatMap(({ key }) => (key === word.node ? [] : [key.text]));
  const types = TYPES.filter(([name]) => !present.includes(name)).map(
    ([name, detail]): Suggestion => ({ label: name, kind: 'key', detail, insert: { key: name, value: hole() } }),
  );
  return { items: role === 'value' ? [...types, EVERYBODY] : types };
};

export const principals: Source<'principal'> = ({ type }, scene) => {
  switch (type) {
    case 'Service':
      return { items: serviceNames(scene).map(serviceSuggestion) };
    case 'AWS':
      return { items: [...awsPrincipals(scene), EVERYBODY] };
    case 'Federated':
      return { items: providers(scene) };
    default:
      return { items: [] };
  }
};

/**
 * The services that commonly are let in by a policy of a resource type.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html, and the pages of the types' services on their policies
 */
const USUAL: readonly (readonly [type: RegExp, names: string])[] = [
  [/^AWS::(?:SQS::Queue|SNS::Topic)/, 'sns s3 events sqs lambda scheduler cloudwatch ses'],
  [/^AWS::S3::BucketPolicy$/, 'cloudfront logging.s3 cloudtrail delivery.logs config logdelivery.elasticloadbalancing s3'],
  [/^AWS::KMS::/, 'sns s3 events cloudwatch logs lambda sqs dynamodb cloudtrail secretsmanager'],
  [/^AWS::Lambda::/, 'apigateway events s3 sns cognito-idp logs iot elasticloadbalancing config secretsmanager'],
  [/^AWS::Events::/, 'events scheduler pipes'],
  [/^AWS::Logs::/, 'events delivery.logs es route53 apigateway'],
  [/^AWS::SecretsManager::/, 'secretsmanager rds lambda'],
  [/^AWS::ECR::/, 'lambda ecs ecs-tasks codebuild'],
];

/** The services that commonly assume a role beside functions. Source: as above. */
const OF_ROLES =
  'lambda apigateway events scheduler states pipes appsync firehose edgelambda ec2 ecs-tasks codebuild cloudformation';

/** Names of service principals: first those that make sense here, and of these those of which the template has resources. */
export function serviceNames(scene: Scene): readonly string[] {
  const { site, resource } = scene;
  const isTrust = site?.kind === 'trust';
  const usual = isTrust ? OF_ROLES : (USUAL.find(([type]) => type.test(resource?.type ?? ''))?.[1] ?? OF_ROLES);
  const first = usual.split(' ').map((name) => `${name}.amazonaws.com`);
  const present = isTrust ? [] : othersIn(scene).map(({ type }) => CALLERS[type.split('::')[1] ?? '']);
  return [...new Set([...first.filter((name) => present.includes(name)), ...first, ...servicePrincipals()])];
}

/** The services whose resources present themselves under the name of the service. */
const CALLERS: Readonly<Record<string, string>> = {
  Events: 'events.amazonaws.com',
  S3: 's3.amazonaws.com',
  SNS: 'sns.amazonaws.com',
  Scheduler: 'scheduler.amazonaws.com',
};

export function serviceSuggestion(name: string): Suggestion {
  return { label: name, kind: 'value', insert: { text: name } };
}

function awsPrincipals(scene: Scene): readonly Suggestion[] {
  if (!scene.template)
    return [
      arnPattern('arn:${Partition}:iam::${Account}:root', scene),
      arnPattern('arn:${Partition}:iam::${Account}:role/${RoleName}', scene),
    ];
  const own = 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root';
  return [
    { label: own, kind: 'value', detail: 'the account of the stack', insert: { value: sub(own) } },
    ...arnsIn(scene, /^AWS::IAM::Role$/),
    { ...arnPattern('arn:${Partition}:iam::${AccountId}:root', scene), detail: 'another account' },
  ];
}

function providers(scene: Scene): readonly Suggestion[] {
  return [
    ...arnsIn(scene, /^AWS::IAM::(?:OIDC|SAML)Provider$/),
    ...BUILT_IN_PROVIDERS.map(serviceSuggestion),
    { ...arnPattern(`arn:\${Partition}:iam::\${Account}:oidc-provider/${GITHUB}`, scene), detail: 'GitHub Actions' },
    arnPattern('arn:${Partition}:iam::${Account}:saml-provider/${ProviderName}', scene),
  ];
}
