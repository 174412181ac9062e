import { parseArgs } from 'node:util';
import { PROFILES, type ProfileName, SEVERITIES, type Severity } from '../rules/index.ts';
import { didYouMean } from '../text/didYouMean.ts';
import { UsageError } from './usageError.ts';

/** What the user typed, checked. */
export type Invocation =
  | { readonly command: 'help'; readonly topic: string | undefined }
  | { readonly command: 'version' }
  | CheckInvocation
  | ExplainInvocation
  | FixInvocation
  | RulesInvocation;

interface Common<F extends string> {
  readonly format: F;
  readonly color: (typeof COLORS)[number];
  /** The project's configuration file, where it is not the usual one. */
  readonly config: string | undefined;
}

export interface CheckInvocation extends Common<Report> {
  readonly command: 'check';
  readonly paths: readonly string[];
  /** The least severity that makes the command fail. */
  readonly failOn: Severity;
  /** Instead of what the configuration says. */
  readonly profile: ProfileName | undefined;
}

export interface ExplainInvocation extends Common<Plain | 'mermaid' | 'dot'> {
  readonly command: 'explain';
  readonly paths: readonly string[];
  readonly function: string | undefined;
  /** An error to explain by the files; `-` for standard input. */
  readonly error: string | undefined;
  /** What to answer instead of explaining everything. */
  readonly question: Question | undefined;
}

/** "Can this function do that?", or "who can invoke it?" */
export type Question =
  | { readonly asks: 'can'; readonly function: string; readonly action: string; readonly resource: string | undefined }
  | { readonly asks: 'who'; readonly function: string };

export interface FixInvocation extends Common<Plain> {
  readonly command: 'fix';
  readonly paths: readonly string[];
  /** Only the findings of these rules; all when there are none. */
  readonly rules: readonly string[];
  readonly dryRun: boolean;
}

export interface RulesInvocation extends Common<Plain> {
  readonly command: 'rules';
  /** A rule's id, or another tool's name for it. */
  readonly name: string | undefined;
}

type Plain = 'pretty' | 'json';

/** The formats of findings. */
type Report = Plain | 'sarif' | 'github';

export const COMMANDS = ['check', 'explain', 'fix', 'rules'] as const;

const PROFILE_NAMES = PROFILES.map(({ name }) => name);

const COLORS = ['auto', 'always', 'never'] as const;

const COMMON_OPTIONS = {
  format: { type: 'string', default: 'pretty' },
  color: { type: 'string', default: 'auto' },
  config: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** @throws UsageError */
export function parseInvocation(args: readonly string[]): Invocation {
  const [command, ...rest] = args;
  switch (command) {
    case undefined:
      throw new UsageError('No command given. Try "lambda-iam check" or "lambda-iam --help".');
    case 'help':
    case '--help':
    case '-h':
      return { command: 'help', topic: rest[0] };
    case '--version':
    case '-v':
      return { command: 'version' };
    case 'check':
      return parseCheck(rest);
    case 'explain':
      return parseExplain(rest);
    case 'fix':
      return parseFix(rest);
    case 'rules':
      return parseRules(rest);
    default:
      throw new UsageError(`Unknown command "${command}".${didYouMean(command, COMMANDS)} See "lambda-iam --help".`);
  }
}

function parseCheck(args: readonly string[]): Invocation {
  const options = {
    ...COMMON_OPTIONS,
    'fail-on': { type: 'string', default: 'error' },
    profile: { type: 'string' },
  } as const;
  const { values, positionals } = parsing(options, () => parseArgs({ args: [...args], options, allowPositionals: true }));
  if (values.help) return { command: 'help', topic: 'check' };
  return {
    command: 'check',
    ...common(values, ['pretty', 'json', 'sarif', 'github']),
    paths: positionals.length > 0 ? positionals : ['.'],
    failOn: oneOf(SEVERITIES, values['fail-on'], '--fail-on'),
    profile: values.profile === undefined ? undefined : oneOf(PROFILE_NAMES, values.profile, '--profile'),
  };
}

function parseExplain(args: readonly string[]): Invocation {
  const options = {
    ...COMMON_OPTIONS,
    function: { type: 'string' },
    error: { type: 'string' },
    can: { type: 'string' },
    who: { type: 'string' },
  } as const;
  const { values, positionals } = parsing(options, () => parseArgs({ args: [...args], options, allowPositionals: true }));
  if (values.help) return { command: 'help', topic: 'explain' };
  return {
    command: 'explain',
    ...common(values, isAsking(values) ? ['pretty', 'json'] : ['pretty', 'json', 'mermaid', 'dot']),
    paths: atLeastOne(positionals, 'explain'),
    function: values.function,
    error: values.error,
    question: questionIn(values),
  };
}

interface Asked {
  readonly error?: string | undefined;
  readonly can?: string | undefined;
  readonly who?: string | undefined;
}

/** Whether one thing is asked, so that there is nothing to draw. */
function isAsking({ error, can, who }: Asked): boolean {
  return (error ?? can ?? who) !== undefined;
}

function questionIn({ can, who }: Asked): Question | undefined {
  if (who !== undefined) return { asks: 'who', function: who };
  if (can === undefined) return undefined;
  const [fn, action, resource, ...rest] = can.trim().split(/\s+/);
  if (!fn || !action || rest.length > 0)
    throw new UsageError('--can takes a function, an action and perhaps a resource: --can "Worker dynamodb:Query Orders".');
  return { asks: 'can', function: fn, action, resource };
}

function parseFix(args: readonly string[]): Invocation {
  const options = {
    ...COMMON_OPTIONS,
    rule: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parsing(options, () => parseArgs({ args: [...args], options, allowPositionals: true }));
  if (values.help) return { command: 'help', topic: 'fix' };
  return {
    command: 'fix',
    ...common(values, ['pretty', 'json']),
    paths: atLeastOne(positionals, 'fix'),
    rules: values.rule ?? [],
    dryRun: values['dry-run'],
  };
}

function parseRules(args: readonly string[]): Invocation {
  const options = COMMON_OPTIONS;
  const { values, positionals } = parsing(options, () => parseArgs({ args: [...args], options, allowPositionals: true }));
  if (values.help) return { command: 'help', topic: 'rules' };
  if (positionals.length > 1) throw new UsageError('"lambda-iam rules" shows one rule at a time: give one id or name.');
  return { command: 'rules', ...common(values, ['pretty', 'json']), name: positionals[0] };
}

function common<F extends string>(
  values: { readonly format: string; readonly color: string; readonly config?: string | undefined },
  formats: readonly F[],
): Common<F> {
  return {
    format: oneOf(formats, values.format, '--format'),
    color: oneOf(COLORS, values.color, '--color'),
    config: values.config,
  };
}

function atLeastOne(paths: readonly string[], command: string): readonly string[] {
  if (paths.length === 0) throw new UsageError(`"lambda-iam ${command}" needs a file, a folder or a pattern.`);
  return paths;
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} is one of ${allowed.join(', ')} here, not "${value}".`);
  return found;
}

/** Node's own words for a wrong option, made into ours. */
function parsing<T>(options: Readonly<Record<string, unknown>>, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message);
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`Unknown option "${unknown}".${didYouMean(unknown, names)} See "lambda-iam --help".`);
  }
}
