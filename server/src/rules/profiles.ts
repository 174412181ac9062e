import type { Outcome, RuleModule, Severity } from './rule.ts';

/** How severe the findings of a rule are; `off` silences the rule. */
export type Level = Severity | 'off';

/** From most to least severe. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** All levels, the most severe first. */
export const LEVELS: readonly Level[] = [...SEVERITIES, 'off'];

export type ProfileName = 'recommended' | 'strict' | 'security';

/** A choice of levels for all rules under one name. */
export interface Profile {
  readonly name: ProfileName;
  /** One sentence. */
  readonly summary: string;
  /** The first row that fits a rule decides; a rule that none fits keeps its own severity. */
  readonly rows: readonly ProfileRow[];
}

/** The rules of some outcomes and of one severity, or of any, and how severe they are in the profile. */
interface ProfileRow {
  readonly outcomes?: readonly Outcome[];
  readonly severity?: Severity;
  readonly level: Level;
}

/** The profile that holds where nobody names one. */
export const DEFAULT_PROFILE: ProfileName = 'recommended';

/** The table of profiles. `docs/rules.md` shows what each makes of each rule. */
export const PROFILES: readonly Profile[] = [
  {
    name: 'recommended',
    summary: 'Every rule with its own severity: an error is certain to hurt, a hint is a matter of taste.',
    rows: [],
  },
  {
    name: 'strict',
    summary: 'Everything one step louder, so that a pipeline that stops at errors lets no warning through.',
    rows: [
      { severity: 'warning', level: 'error' },
      { severity: 'information', level: 'warning' },
      { severity: 'hint', level: 'information' },
    ],
  },
  {
    name: 'security',
    summary: 'What allows more than is meant is louder; what has no effect or could be clearer is not told.',
    rows: [
      { outcomes: ['too-open'], severity: 'warning', level: 'error' },
      { outcomes: ['too-open'], severity: 'hint', level: 'warning' },
      { outcomes: ['no-effect', 'style'], severity: 'information', level: 'off' },
      { outcomes: ['no-effect', 'style'], severity: 'hint', level: 'off' },
    ],
  },
];

/** How severe a profile makes the findings of a rule. */
export function levelIn(profile: ProfileName, rule: Pick<RuleModule, 'severity' | 'outcome'>): Level {
  const rows = PROFILES.find(({ name }) => name === profile)?.rows ?? [];
  const row = rows.find(
    ({ outcomes, severity }) =>
      (outcomes === undefined || outcomes.includes(rule.outcome)) && (severity === undefined || severity === rule.severity),
  );
  return row?.level ?? rule.severity;
}
