import type { Chance } from './chance.ts';

/** Of so many functions that belong together each template is made. */
export const DOMAIN_SIZE = 10;

/** What several functions share, by logical id. */
export interface DomainNames {
  readonly table: string;
  readonly bucket: string;
  readonly topic: string;
  readonly secret: string;
  readonly api: string;
}

/** A function and what belongs to it alone, by logical id; `kebab` is its name in ARNs and paths. */
export interface FunctionNames {
  readonly fn: string;
  readonly role: string;
  readonly permission: string;
  readonly kebab: string;
  readonly domain: DomainNames;
}

const DOMAINS = ['Orders', 'Invoices', 'Payments', 'Shipments', 'Customers', 'Catalogue', 'Returns', 'Reports'] as const;

const TASKS = ['Importer', 'Exporter', 'Validator', 'Archiver', 'Notifier', 'Indexer', 'Resizer', 'Auditor'] as const;

export function domainNames(index: number): DomainNames {
  const name = `${DOMAINS[index % DOMAINS.length]}${index + 1}`;
  return { table: `${name}Table`, bucket: `${name}Files`, topic: `${name}Topic`, secret: `${name}Secret`, api: `${name}Api` };
}

export function functionNames(index: number, chance: Chance): FunctionNames {
  const domain = Math.floor(index / DOMAIN_SIZE);
  const subject = DOMAINS[domain % DOMAINS.length] ?? '';
  const task = chance.oneOf(TASKS);
  const fn = `${subject}${task}${index + 1}`;
  return {
    fn,
    role: `${fn}Role`,
    permission: `${fn}Permission`,
    kebab: `${subject}-${task}-${index + 1}`.toLowerCase(),
    domain: domainNames(domain),
  };
}
