/**
 * Writes CloudFormation's resource types, one line each:
 * `type TAB what Ref returns TAB attributes TAB ARN pattern TAB properties`, lists separated by spaces.
 */
import { byCode, loadModule } from './readPackages.mjs';

const names = (map) => Object.keys(map).sort(byCode).join(' ');

/** The specification names what `Ref` returns where that is not the primary identifier (`AWS::ApiGateway::Stage` for instance). */
const refOf = (resource) => (resource.cfnRefIdentifier ?? resource.primaryIdentifier ?? []).join(' ');

export const writeCloudFormation = () => {
  const database = loadModule('@aws-cdk/aws-service-spec').loadAwsServiceSpecSync();
  const resources = [...database.all('resource')].sort((a, b) => byCode(a.cloudFormationType, b.cloudFormationType));
  const lines = resources.map((resource) =>
    [
      resource.cloudFormationType,
      refOf(resource),
      names(resource.attributes),
      resource.arnTemplate ?? '',
      names(resource.properties),
    ]
      .join('\t')
      .replace(/\t+$/, ''),
  );
  const count = (pick) => resources.reduce((sum, resource) => sum + pick(resource), 0);
  return {
    text: `${lines.join('\n')}\n`,
    counts: {
      types: resources.length,
      attributes: count((resource) => Object.keys(resource.attributes).length),
      properties: count((resource) => Object.keys(resource.properties).length),
      arnPatterns: count((resource) => (resource.arnTemplate ? 1 : 0)),
    },
  };
};
