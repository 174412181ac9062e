import { OUTCOME_IN_WORDS, RULES, type RuleModule } from '../../rules/index.ts';
import { didYouMean } from '../../text/didYouMean.ts';
import type { Environment } from '../environment.ts';
import type { RulesInvocation } from '../options.ts';
import { bySeverity, type Style, styleFor } from '../style.ts';
import { UsageError } from '../usageError.ts';
import { counted } from '../wording.ts';

/** Prints the catalogue of rules, the list of those that share a name, or the page of the one. @returns the exit code */
export async function rules(invocation: RulesInvocation, environment: Environment): Promise<number> {
  const { name, format } = invocation;
  const style = styleFor(invocation, environment);
  const chosen = name === undefined ? RULES : rulesCalled(name);
  if (format === 'json') {
    const entries = name === undefined ? chosen.map(entry) : chosen.map(page);
    await environment.write(`${JSON.stringify(entries, undefined, 2)}\n`);
  } else {
    const [only, ...others] = chosen;
    await environment.write(only && others.length === 0 ? prettyPage(only, style) : prettyList(chosen, style));
  }
  return 0;
}

/** By its id, or by the names that other tools use; several rules may share one of those. */
function rulesCalled(name: string): readonly RuleModule[] {
  const wanted = name.toLowerCase();
  const found = RULES.filter(({ id, docs }) => id === wanted || docs.aka.some((other) => other.toLowerCase() === wanted));
  if (found.length > 0) return found;
  const names = RULES.flatMap(({ id, docs }) => [id, ...docs.aka]);
  throw new UsageError(`There is no rule "${name}".${didYouMean(name, names)} "lambda-iam rules" lists them.`);
}

function entry({ id, severity, docs }: RuleModule): object {
  return { id, severity, summary: docs.summary, aka: docs.aka };
}

function page({ id, severity, outcome, docs }: RuleModule): object {
  const { summary, why, url, aka, bad, good } = docs;
  return { id, severity, outcome, summary, why, url, aka, bad, good };
}

function prettyList(all: readonly RuleModule[], style: Style): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(
    ({ id, severity, docs }) =>
      `${style.bold(id.padEnd(width))}  ${bySeverity(style, severity)(severity.padEnd(11))}  ${docs.summary}`,
  );
  return `${lines.join('\n')}\n\n${counted(all.length, 'rule')}. "lambda-iam rules ID" shows one with examples.\n`;
}

function prettyPage({ id, severity, outcome, docs }: RuleModule, style: Style): string {
  const examples = [
    ...docs.bad.map((example) => prettyExample(style.red('Wrong'), example)),
    ...docs.good.map((example) => prettyExample(style.green('Right'), example)),
  ];
  return [
    `${style.bold(id)}  ${bySeverity(style, severity)(severity)}, ${OUTCOME_IN_WORDS[outcome]}`,
    '',
    docs.summary,
    '',
    docs.why,
    '',
    ...examples,
    ...(docs.aka.length > 0 ? [`Known elsewhere as: ${docs.aka.join(', ')}`] : []),
    `Documentation: ${docs.url}`,
    `Silence it with a comment "# lambda-iam-ignore ${id}" on the line or the line above.`,
    '',
  ].join('\n');
}

function prettyExample(title: string, text: string): string {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`));
  return `${title}:\n\n${lines.join('\n')}\n`;
}
