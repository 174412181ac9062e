import type { Unreadable } from '../../files/reading.ts';
import type { Finding, Fix, Severity } from '../../rules/index.ts';
import type { CliDocument } from '../files/documents.ts';

/** A file with what was found in it. */
export interface CheckedFile extends CliDocument {
  readonly findings: readonly Finding[];
}

export interface Summary extends Readonly<Record<Severity, number>> {
  /** How many files are in the output. */
  readonly files: number;
  /** How many of them could not be read. */
  readonly unreadable: number;
  /** How many findings `lambda-iam fix` can mend. */
  readonly fixable: number;
}

/** An output format of `check`: pieces of text for the beginning, each file as soon as it is checked, and the end. */
export interface Reporter {
  readonly begin: () => string;
  readonly file: (file: CheckedFile | Unreadable) => string;
  readonly end: (summary: Summary) => string;
}

/** The fixes of a finding; none when making them fails, since the finding stands without them. */
export function fixesOf(finding: Finding): readonly Fix[] {
  try {
    return finding.fixes();
  } catch {
    return [];
  }
}
