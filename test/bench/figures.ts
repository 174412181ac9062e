/** One thing that was measured. */
export interface Figure {
  readonly what: string;
  /** The document it was measured on, by its name. */
  readonly on?: string;
  readonly unit: 'ms' | 'MB' | 'KB';
  /** Not a number where the system does not tell; such figures are left out. */
  readonly value: number;
  /** What it is held against: something of the same unit from the same run. */
  readonly floor?: Floor;
}

export interface Floor {
  readonly what: string;
  readonly value: number;
}

/** How much is measured: a quick run tells an order of magnitude. */
export type Effort = 'quick' | 'full';
