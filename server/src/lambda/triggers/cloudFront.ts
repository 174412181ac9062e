import { propertyAt, type Resource, referencesIn, type Template } from '../../cloudformation/index.ts';
import { literalText } from '../../syntax/index.ts';
import { functionsOf } from '../functions.ts';
import type { FunctionReference } from '../model.ts';
import { invokedFunction } from '../sam/index.ts';
import { functionUrl } from './functionUrl.ts';
import { type Place, placesAt, siblingOf } from './places.ts';
import { at, calledBy, needsNothing, type Sighting, type TriggerRow } from './row.ts';
import { arn } from './sources.ts';

const ASSOCIATIONS = 'LambdaFunctionAssociations[].LambdaFunctionARN';
const ORIGINS = 'DistributionConfig.Origins[]';

export const cloudFront: readonly TriggerRow[] = [
  {
    definition: calledBy('cloudfront.amazonaws.com', {
      id: 'cloudfront-oac-function-url',
      title: 'CloudFront origin access control for a function URL',
      docsUrl:
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
    }),
    types: ['AWS::CloudFront::Distribution'],
    find: protectedUrls,
  },
  {
    definition: needsNothing({
      id: 'lambda-edge',
      title: 'Lambda@Edge',
      docsUrl: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
      reason: "CloudFront calls its own replicas; the function's role must also trust edgelambda.amazonaws.com.",
    }),
    types: ['AWS::CloudFront::Distribution'],
    find: at({
      at: [`DistributionConfig.DefaultCacheBehavior.${ASSOCIATIONS}`, `DistributionConfig.CacheBehaviors[].${ASSOCIATIONS}`],
    }),
  },
];

/** Origins that are function URLs and are called with an origin access control of type `lambda`. */
function protectedUrls(resource: Resource, template: Template): readonly Sighting[] {
  return placesAt(resource, template, `${ORIGINS}.DomainName`).flatMap((place) => {
    const target = isProtected(place) ? urlTarget(place) : undefined;
    const source = arn('arn:{P}:cloudfront::{A}:distribution/{Ref}')({ resource, template });
    return target ? [{ node: place.node, guard: place.guard, property: place.property, target, source }] : [];
  });
}

function isProtected(place: Place): boolean {
  const control = siblingOf(place, `${ORIGINS}.OriginAccessControlId`);
  return [...referencesIn(control)].some(({ name }) => {
    const resource = place.template.resources.get(name);
    const type = resource && propertyAt(place.template, resource, 'OriginAccessControlConfig', 'OriginAccessControlOriginType');
    return literalText(type) === 'lambda';
  });
}

/** The function behind the URL that a domain name is taken from, `!Select [2, !Split ['/', !GetAtt Url.FunctionUrl]]`. */
function urlTarget({ node, template }: Place): FunctionReference | undefined {
  for (const { name, attribute } of referencesIn(node)) {
    if (attribute !== 'FunctionUrl') continue;
    const url = template.resources.get(name);
    const own = url?.type === 'AWS::Lambda::Url' ? functionUrl[0]?.find(url, template)[0]?.target : undefined;
    const fn = functionsOf(template).find(({ logicalId, isSam }) => isSam && name === `${logicalId}Url`);
    if (own || fn) return own ?? (fn && invokedFunction(fn, template));
  }
  return undefined;
}
