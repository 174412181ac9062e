import { OUTCOME_IN_WORDS, pageOf, RULES, type Severity } from '../rules/index.ts';

/** A line of the list of rules. */
export interface RuleEntry {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence. */
  readonly summary: string;
}

/** All rules, in the order of their ids. */
export function ruleList(): readonly RuleEntry[] {
  return RULES.map(({ id, severity, docs: { summary } }) => ({ id, severity, summary }));
}

/**
 * What a rule is about, in Markdown: what it finds, why it matters, how it is silenced, and where its examples are.
 *
 * @returns `undefined` for an id that no rule has
 */
export function rulePage(ruleId: string): string | undefined {
  const rule = RULES.find(({ id }) => id === ruleId);
  if (!rule) return undefined;
  const { id, severity, outcome, docs } = rule;
  const parts = [
    `# ${id}`,
    `**${plain(docs.summary)}**`,
    `Recommended severity *${severity}*: ${OUTCOME_IN_WORDS[outcome]}.`,
    plain(docs.why),
    '## Silencing it',
    `A comment \`# lambda-iam-ignore ${id}\` on the line of a finding or the line above silences it there; so does the quick fix *Ignore ${id} here*.`,
    `Everywhere: \`"${id}": "off"\`, or another severity, under \`rules\` in \`.lambda-iam.json\` or in the setting \`lambdaIam.rules\`.`,
    '## More',
    `[The rule with examples](${pageOf(id)}) · [AWS’s documentation](${docs.url})`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Stars and angle brackets of policies are no Markdown; what stands in backticks is left alone. */
function plain(text: string): string {
  return text.replace(/`[^`]*`|[*<_]/g, (piece) => (piece.startsWith('`') ? piece : `\\${piece}`));
}
