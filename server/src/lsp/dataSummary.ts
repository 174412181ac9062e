import type { Knowledge } from '../analysis/index.ts';
import { isOutdated } from '../rules/index.ts';

/** What the server knows of AWS. */
export interface DataSummary {
  /** The day of the data, as `2026-09-26`. */
  readonly date: string;
  /** It is so old that a name which it lacks is only warned of. */
  readonly isOutdated: boolean;
  readonly services: number;
  readonly actions: number;
  readonly managedPolicies: number;
}

/** @param today the same form as the date; absent on a host without a clock */
export function dataSummary({ iam, managedPolicies }: Knowledge, today: string | undefined): DataSummary {
  const services = iam.services();
  return {
    date: iam.date,
    isOutdated: today !== undefined && isOutdated(iam.date, today),
    services: services.length,
    actions: services.reduce((count, { prefix }) => count + iam.actionNames(prefix).length, 0),
    managedPolicies: managedPolicies.all().length,
  };
}
