// Straight from the file: the door of that folder would load all rules before `initialize` is answered.
import { LEVELS, type Level, PROFILES, type ProfileName } from '../rules/profiles.ts';

/** The section of the client's configuration that is ours. */
export const SECTION = 'lambdaIam';

/** What the user may set, as far as the server heeds it. */
export interface Settings {
  readonly enable: boolean;
  /** Absent where the project decides. */
  readonly profile: ProfileName | undefined;
  /** Severities that differ from the profile's and the project's. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Whether lines above functions, roles, policies and triggers are shown. */
  readonly codeLens: boolean;
  /** Whether remarks between the words are shown. */
  readonly inlayHints: boolean;
  /** Whether the files of the workspace are checked that are not open. */
  readonly workspace: boolean;
}

/** The value of `lambdaIam.profile` that leaves it to the project. */
const BY_PROJECT = 'project';

/** The settings without the section's name, each as `contributes.configuration` in package.json declares it. */
export const SETTING_DEFINITIONS = {
  enable: {
    type: 'boolean',
    default: true,
    scope: 'resource',
    markdownDescription: 'Check Lambda permissions in SAM and CloudFormation templates and in IAM policies.',
  },
  profile: {
    type: 'string',
    enum: [BY_PROJECT, ...PROFILES.map(({ name }) => name)],
    markdownEnumDescriptions: [
      'What the `.lambda-iam.json` nearest above the document says; without one, *recommended*.',
      ...PROFILES.map(({ summary }) => summary),
    ],
    default: BY_PROJECT,
    scope: 'resource',
    markdownDescription: 'A choice of severities for all rules. `#lambdaIam.rules#` comes before it.',
  },
  rules: {
    type: 'object',
    additionalProperties: { type: 'string', enum: LEVELS },
    default: {},
    scope: 'resource',
    markdownDescription:
      'How severe the findings of a rule are, by the id of the rule, for instance `{ "unscoped-service-permission": "error" }`; `off` silences the rule. It comes before what the `.lambda-iam.json` nearest above a document says. The ids are those of the problems shown and of `lambda-iam rules`.',
  },
  'codeLens.enable': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    markdownDescription:
      'Show a line above each function (who invokes it, what it may use, what is missing), above each role and policy (of what kind it is, and whose) and above each trigger (whether it may call).',
  },
  'inlayHints.enable': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    markdownDescription:
      'Show remarks between the words: how many actions a wildcard stands for, what SAM adds by itself, and of what kind a policy is.',
  },
  'workspace.check': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    markdownDescription:
      'Check all templates and policies of the workspace, also those that are not open: a permission that is missing in a file that nobody looks at stops the deployment as well. It is done in the background, when the first template or policy has been opened; files that git ignores, those that a `.lambda-iam.json` lists under `ignore`, and those larger than 100 KB are left out.',
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
  profile: undefined,
  rules: SETTING_DEFINITIONS.rules.default,
  codeLens: SETTING_DEFINITIONS['codeLens.enable'].default,
  inlayHints: SETTING_DEFINITIONS['inlayHints.enable'].default,
  workspace: SETTING_DEFINITIONS['workspace.check'].default,
};

/** Reads what a client sent as our section. What it leaves out or gets wrong is as if it were not set. */
export function settingsFrom(section: unknown): Settings {
  if (!isRecord(section)) return DEFAULT_SETTINGS;
  const { enable, profile, rules, codeLens, inlayHints, workspace } = section;
  return {
    enable: typeof enable === 'boolean' ? enable : DEFAULT_SETTINGS.enable,
    codeLens: switchIn(codeLens, 'enable') ?? DEFAULT_SETTINGS.codeLens,
    inlayHints: switchIn(inlayHints, 'enable') ?? DEFAULT_SETTINGS.inlayHints,
    workspace: switchIn(workspace, 'check') ?? DEFAULT_SETTINGS.workspace,
    profile: PROFILES.find(({ name }) => name === profile)?.name,
    rules: isRecord(rules) ? Object.fromEntries(Object.entries(rules).filter(isRuleLevel)) : DEFAULT_SETTINGS.rules,
  };
}

/** A switch in a part of the section, which clients send as an object. */
function switchIn(part: unknown, name: string): boolean | undefined {
  const value = isRecord(part) ? part[name] : undefined;
  return typeof value === 'boolean' ? value : undefined;
}

/** Our section in the settings that `workspace/didChangeConfiguration` carries, for clients that do not answer `workspace/configuration`. */
export function sectionOf(settings: unknown): unknown {
  return isRecord(settings) ? settings[SECTION] : undefined;
}

function isRuleLevel(entry: readonly [string, unknown]): entry is [string, Level] {
  return LEVELS.some((level) => level === entry[1]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
