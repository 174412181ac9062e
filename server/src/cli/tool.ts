import type { Environment } from './environment.ts';

/** Which program made an output, from which data. */
export interface Tool {
  readonly name: 'lambda-iam';
  readonly version: string;
  /** The day of the data about AWS. */
  readonly dataDate: string;
}

export function toolOf({ version, knowledge }: Environment): Tool {
  return { name: 'lambda-iam', version, dataDate: knowledge().iam.date };
}
