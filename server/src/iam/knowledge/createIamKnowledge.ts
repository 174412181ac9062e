import { once, remember } from '../../incremental/once.ts';
import type { ActionId, ActionInfo, IamKnowledge, ResourceTypeInfo, ServiceInfo } from '../knowledge.ts';
import { compileActionPattern, hasWildcard } from './actionPattern.ts';
import { createConditionKeyLookup } from './conditionKeyLookup.ts';
import { type Head, type HeadService, parseHead } from './head.ts';
import { createOperationLookup } from './operationLookup.ts';
import { createOtherNames, type OtherNames } from './otherNames.ts';
import { parseServiceDetails, type ServiceDetails } from './serviceDetails.ts';

/** The texts of `server/data` that the knowledge reads. */
export interface IamDataFiles {
  /** `iam-head.txt`, whole. */
  readonly head: string;
  /** The part of `iam-details.txt` between two offsets; the file is ASCII, so they count bytes and UTF-16 units alike. */
  readonly details: (start: number, end: number) => string;
  /** `other-names.txt`, whole. */
  readonly otherNames: string;
}

const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference';

/** The IAM reference as a set of lookups. Each part of the texts is read when it is first needed, and then kept. */
export function createIamKnowledge(files: IamDataFiles): IamKnowledge {
  const head = parseHead(files.head);
  const details = remember((service: HeadService) =>
    parseServiceDetails(files.details(service.about().start, service.about().end), service.prefix),
  );
  const otherNames = once(() => createOtherNames(files.otherNames));
  const allServices = once(() => [...head.services.values()].map(serviceInfo));
  const allActions = once(() => [...head.services.values()].flatMap(allIdsOf));
  const action = remember((lowerId: string) => readAction(head, details, otherNames, lowerId));
  const types = remember((service: HeadService) => resourceTypesOf(service, details(service)));
  const serviceOf = (prefix: string) => head.services.get(prefix.toLowerCase());
  const resourceTypes = (prefix: string) => {
    const service = serviceOf(prefix);
    return service ? types(service) : [];
  };
  const hasAction = (id: string) => placeOf(head, id) !== undefined;
  const actionsMatching = (pattern: string) => (pattern === '*' || pattern === '*:*' ? allActions() : matching(head, pattern));

  return {
    date: head.date,
    services: allServices,
    service: (prefix) => allServices().find((service) => service.prefix === prefix.toLowerCase()),
    hasAction,
    action: (id) => (hasAction(id) ? action(id.toLowerCase()) : undefined),
    actionsMatching,
    actionNames: (prefix) => serviceOf(prefix)?.actions().names ?? [],
    accessLevel: (id) => {
      const found = placeOf(head, id);
      return found?.service.actions().levels[found.place];
    },
    resourceTypes,
    resourceType: (prefix, type) => resourceTypes(prefix).find((each) => each.type.toLowerCase() === type.toLowerCase()),
    ...createConditionKeyLookup(head, details, files.details),
    ...createOperationLookup(head, otherNames, { hasAction, actionsMatching }),
  };
}

const pageOf = ({ about }: HeadService): string =>
  about().page === ''
    ? `${reference}/reference_policies_actions-resources-contextkeys.html`
    : `${reference}/${about().page}.html`;

function serviceInfo(service: HeadService): ServiceInfo {
  const { title, actionCount } = service.about();
  return { prefix: service.prefix, title, actionCount, docsUrl: pageOf(service) };
}

/** A text without a colon names no action. */
function splitId(id: string): readonly [prefix: string, name: string] | undefined {
  const colon = id.indexOf(':');
  return colon < 0 ? undefined : [id.slice(0, colon).toLowerCase(), id.slice(colon + 1).toLowerCase()];
}

function placeOf(head: Head, id: string): { readonly service: HeadService; readonly place: number } | undefined {
  const [prefix, name] = splitId(id) ?? [];
  const service = prefix === undefined ? undefined : head.services.get(prefix);
  const place = name === undefined ? undefined : service?.index().placeOf.get(name);
  return service && place !== undefined ? { service, place } : undefined;
}

/** Needs no index: the shortest way for `*`. */
function allIdsOf({ prefix, actions }: HeadService): readonly ActionId[] {
  return actions().names.map((name): ActionId => `${prefix}:${name}`);
}

function idsMatching({ prefix, actions, index }: HeadService, matches: (lowerCaseName: string) => boolean): readonly ActionId[] {
  const { lowerNames } = index();
  return actions()
    .names.filter((_, place) => matches(lowerNames[place] ?? ''))
    .map((name): ActionId => `${prefix}:${name}`);
}

function matching(head: Head, pattern: string): readonly ActionId[] {
  const [prefix, name] = splitId(pattern) ?? [];
  if (prefix === undefined || name === undefined) return [];
  const matchesName = compileActionPattern(name);
  return servicesMatching(head, prefix).flatMap((service) =>
    name === '*' ? allIdsOf(service) : idsMatching(service, matchesName),
  );
}

function servicesMatching(head: Head, prefix: string): readonly HeadService[] {
  if (hasWildcard(prefix)) {
    const matchesPrefix = compileActionPattern(prefix);
    return [...head.services].filter(([key]) => matchesPrefix(key)).map(([, service]) => service);
  }
  const service = head.services.get(prefix);
  return service ? [service] : [];
}

function readAction(
  head: Head,
  details: (service: HeadService) => ServiceDetails,
  otherNames: () => OtherNames,
  lowerId: string,
): ActionInfo | undefined {
  const found = placeOf(head, lowerId);
  if (!found) return undefined;
  const { service, place } = found;
  const name = service.actions().names[place];
  const accessLevel = service.actions().levels[place];
  if (name === undefined || accessLevel === undefined) return undefined;
  const read = details(service).action(place, name);
  if (!read) return undefined;
  const { page, operationOwners, ...told } = read;
  const operations = [...operationOwners.map((owner) => `${owner}: ${name}`), ...otherNames().operationsOf(lowerId)];
  const docsUrl = page === '' ? pageOf(service) : page;
  return {
    id: `${service.prefix}:${name}`,
    service: service.prefix,
    name,
    accessLevel,
    ...told,
    operations,
    docsUrl,
  };
}

function resourceTypesOf(service: HeadService, details: ServiceDetails): readonly ResourceTypeInfo[] {
  return details.resourceTypes().map((row) => ({ service: service.prefix, ...row }));
}
