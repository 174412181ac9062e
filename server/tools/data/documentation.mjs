/** Documentation addresses and SDK operations of each service. */
import { readdirSync } from 'node:fs';
import { byCode, packagePath, readJson, readText } from './readPackages.mjs';

const statementsFolder = ['iam-floyd', 'lib', 'generated', 'policy-statements'];

/** The address with the action's name replaced by `{}`, or undefined when the name is not part of it. */
const patternOf = (name, address) => (address.includes(name) ? address.replace(name, '{}') : undefined);

/** The few patterns that most of a service's actions have, the most frequent first. */
const commonPatterns = (addresses) => {
  const counts = new Map();
  for (const [name, address] of addresses) {
    const pattern = patternOf(name, address);
    if (pattern !== undefined) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || byCode(a, b));
  return ranked.slice(0, 3).map(([pattern]) => pattern);
};

/**
 * An address in terms of the patterns: `0` when it is the first one with the action's name, `0=Invoke` when it has another name in
 * it, and nothing when it fits none: then it is a chapter of a guide, and the reference's own page says more.
 */
const pageWord = (name, address, patterns) => {
  if (address === undefined) return '';
  const exact = patterns.findIndex((pattern) => pattern.replace('{}', name) === address);
  if (exact >= 0) return String(exact);
  const halves = patterns.map((pattern) => pattern.split('{}'));
  const near = halves.findIndex(([start, end]) => address.startsWith(start) && address.endsWith(end));
  if (near < 0) return '';
  const [start, end] = halves[near];
  return `${near}=${address.slice(start.length, address.length - end.length)}`;
};

const readStatementFile = (file) => {
  const text = readText(...statementsFolder, file);
  const header =
    /service \[([^\]]+)\]\(https:\/\/docs\.aws\.amazon\.com\/service-authorization\/latest\/reference\/([^)]+)\.html\)/.exec(
      text,
    );
  if (!header) return undefined;
  const addresses = [...text.matchAll(/(https:\S+)\n\s+\*\/\n\s+to(\w+)\(\)/g)].map(([, address, name]) => [name, address]);
  return { prefix: header[1], page: header[2], addresses };
};

/** Service prefix to reference page and API page addresses. Where several pages share a prefix, the shortest page name wins. */
const readReferencePages = () => {
  const pages = new Map();
  const files = readdirSync(packagePath(...statementsFolder)).filter((name) => name.endsWith('.d.ts'));
  for (const file of files.sort(byCode)) {
    const read = readStatementFile(file);
    if (!read) continue;
    const before = pages.get(read.prefix);
    pages.set(read.prefix, {
      page: before && before.page.length <= read.page.length ? before.page : read.page,
      addresses: new Map([...(before?.addresses ?? []), ...read.addresses]),
    });
  }
  return pages;
};

/** Every API of the SDK: its name, its client's name in the newer SDK, and its operations. The newest version of each API. */
const readApis = () => {
  const newest = new Map();
  const files = readdirSync(packagePath('aws-sdk', 'apis')).filter((name) => name.endsWith('.min.json'));
  for (const file of files.sort(byCode)) {
    const { metadata, operations } = readJson('aws-sdk', 'apis', file);
    const serviceId = metadata.serviceId ?? metadata.serviceAbbreviation ?? metadata.serviceFullName;
    const client = serviceId.toLowerCase().replaceAll(' ', '-');
    newest.set(serviceId, {
      serviceId,
      client,
      signingName: metadata.signingName ?? metadata.endpointPrefix,
      metadata,
      operations: Object.keys(operations),
    });
  }
  return [...newest.values()];
};

const clientPrefixes = () => {
  const table = readJson('aws-cdk-lib', 'custom-resources', 'lib', 'helpers-internal', 'sdk-v3-metadata.json');
  return new Map(Object.entries(table).map(([client, { iamPrefix }]) => [client, iamPrefix]));
};

/** @returns every SDK API with the IAM prefix of its actions, as far as the data knows that prefix. */
export const readSdkApis = (services) => {
  const known = new Set(services.map(({ prefix }) => prefix));
  const prefixes = clientPrefixes();
  return readApis()
    .map((api) => ({ ...api, prefix: [prefixes.get(api.client), api.signingName].find((prefix) => known.has(prefix)) }))
    .filter(({ prefix }) => prefix !== undefined)
    .sort((a, b) => byCode(a.serviceId, b.serviceId));
};

/** @returns for one service, what `writeIamFiles` asks for. */
export const createDocumentation = (apis) => {
  const pages = readReferencePages();
  return (service) => {
    const reference = pages.get(service.prefix);
    const owners = apis.filter(({ prefix }) => prefix === service.prefix);
    const patterns = commonPatterns(reference?.addresses ?? []);
    return {
      page: reference?.page ?? '',
      patterns,
      owners: owners.map(({ serviceId }) => serviceId),
      pageWord: (name) => pageWord(name, reference?.addresses.get(name), patterns),
      operationOwners: (name) => owners.flatMap(({ operations }, index) => (operations.includes(name) ? [index] : [])),
    };
  };
};

/** @returns pairs of a name that an SDK, an endpoint or a console uses for a service, and its IAM prefix where that differs. */
export const readOtherNames = (services, apis) => {
  const known = new Set(services.map(({ prefix }) => prefix));
  const names = new Map();
  const add = (name, prefix) => {
    if (known.has(prefix) && !known.has(name) && !names.has(name)) names.set(name, prefix);
  };
  for (const [client, prefix] of clientPrefixes()) add(client, prefix);
  for (const { serviceId, metadata, prefix } of apis) {
    add(metadata.uid?.replace(/-\d{4}-\d\d-\d\d$/, '').toLowerCase() ?? '', prefix);
    add(serviceId.toLowerCase().replaceAll(' ', ''), prefix);
    add(metadata.endpointPrefix, prefix);
  }
  names.delete('');
  return [...names].sort(([a], [b]) => byCode(a, b));
};

/** @returns the operations of API Gateway's two management APIs with their HTTP methods, which are their actions; two, where the APIs differ. */
export const readHttpVerbs = () => {
  const operations = ['apigateway-2015-07-09', 'apigatewayv2-2018-11-29'].flatMap((file) =>
    Object.entries(readJson('aws-sdk', 'apis', `${file}.min.json`).operations),
  );
  const verbs = new Map();
  for (const [name, { http }] of operations) verbs.set(name, (verbs.get(name) ?? new Set()).add(http.method ?? 'POST'));
  return [...verbs].map(([name, methods]) => [name, [...methods].join(',')]).sort(([a], [b]) => byCode(a, b));
};
