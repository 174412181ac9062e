import type { Severity } from '../rules/index.ts';

/** The section of the client's configuration that is ours. */
export const SECTION = 'lambdaIam';

/** What the user may set, as far as the server heeds it. */
export interface Settings {
  readonly enable: boolean;
  /** Severities that differ from the rules' own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** All that may stand in `lambdaIam.rules` for a rule. */
export const RULE_LEVELS: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/** The settings without the section's name, each as `contributes.configuration` in package.json declares it. */
export const SETTING_DEFINITIONS = {
  enable: {
    type: 'boolean',
    default: true,
    scope: 'window',
    markdownDescription: 'Check Lambda permissions in SAM and CloudFormation templates and in IAM policies.',
  },
  rules: {
    type: 'object',
    additionalProperties: { type: 'string', enum: RULE_LEVELS },
    default: {},
    scope: 'window',
    markdownDescription:
      'How severe the findings of a rule are, by the id of the rule, for instance `{ "unscoped-service-permission": "error" }`; `off` silences the rule. The ids are those of the problems shown and of `lambda-iam rules`.',
  },
  'trace.server': {
    type: 'string',
    enum: ['messages', 'verbose'],
    enumDescriptions: ['The name of each message.', 'Each message with its content.'],
    default: 'messages',
    scope: 'window',
    markdownDescription:
      'What the output channel *Lambda IAM* records of the messages between the editor and the language server while its log level is *Trace* (command *Developer: Set Log Level…*).',
  },
} as const;

export const DEFAULT_SETTINGS: Settings = {
  enable: SETTING_DEFINITIONS.enable.default,
  rules: SETTING_DEFINITIONS.rules.default,
};

/** Reads what a client sent as our section. What it leaves out or gets wrong is as if it were not set. */
export function settingsFrom(section: unknown): Settings {
  if (!isRecord(section)) return DEFAULT_SETTINGS;
  const { enable, rules } = section;
  return {
    enable: typeof enable === 'boolean' ? enable : DEFAULT_SETTINGS.enable,
    rules: isRecord(rules) ? Object.fromEntries(Object.entries(rules).filter(isRuleLevel)) : DEFAULT_SETTINGS.rules,
  };
}

/** Our section in the settings that `workspace/didChangeConfiguration` carries, for clients that do not answer `workspace/configuration`. */
export function sectionOf(settings: unknown): unknown {
  return isRecord(settings) ? settings[SECTION] : undefined;
}

function isRuleLevel(entry: readonly [string, unknown]): entry is [string, Severity | 'off'] {
  return RULE_LEVELS.some((level) => level === entry[1]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
