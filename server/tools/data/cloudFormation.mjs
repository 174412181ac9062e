/**
 * Writes CloudFormation's resource types, one line each:
 * `type TAB what Ref returns TAB attributes TAB ARN pattern TAB properties`, lists separated by spaces. Names and patterns are in shorthand,
 * and the first line has the names that it writes as letters.
 */
import { byCode, loadModule } from './readPackages.mjs';
import { frequentNames, shortArnPattern, shortName } from './typeShorthand.mjs';

const namesOf = (map) => Object.keys(map).sort(byCode);

/** The specification names what `Ref` returns where that is not the primary identifier (`AWS::ApiGateway::Stage` for instance). */
const refOf = (resource) => resource.cfnRefIdentifier ?? resource.primaryIdentifier ?? [];

const allNamesOf = (resource) => [...refOf(resource), ...namesOf(resource.attributes), ...namesOf(resource.properties)];

const lineOf = (resource, frequent) => {
  const { cloudFormationType: type, attributes, arnTemplate = '', properties } = resource;
  const short = (names) => names.map((name) => shortName(name, type, frequent)).join(' ');
  const fields = [
    type,
    short(refOf(resource)),
    short(namesOf(attributes)),
    shortArnPattern(arnTemplate, type),
    short(namesOf(properties)),
  ];
  return fields.join('\t').replace(/\t+$/, '');
};

export const writeCloudFormation = () => {
  const database = loadModule('@aws-cdk/aws-service-spec').loadAwsServiceSpecSync();
  const resources = [...database.all('resource')].sort((a, b) => byCode(a.cloudFormationType, b.cloudFormationType));
  const frequent = frequentNames(
    resources.flatMap((resource) => allNamesOf(resource).map((name) => [name, resource.cloudFormationType])),
  );
  const lines = resources.map((resource) => lineOf(resource, frequent));
  const count = (pick) => resources.reduce((sum, resource) => sum + pick(resource), 0);
  return {
    text: `\t${frequent.join(' ')}\n${lines.join('\n')}\n`,
    counts: {
      types: resources.length,
      attributes: count((resource) => Object.keys(resource.attributes).length),
      properties: count((resource) => Object.keys(resource.properties).length),
      arnPatterns: count((resource) => (resource.arnTemplate ? 1 : 0)),
    },
  };
};
