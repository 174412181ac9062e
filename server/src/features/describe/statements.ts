import type { Clause, PrincipalClause, Statement } from '../../iam/index.ts';
import type { Grant } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { conditionSentence } from './conditionWords.ts';
import { bullets, code, codeList } from './markdown.ts';

/** How many names a line shows. */
const MOST_NAMES = 6;
/** How many statements a hover lists. */
const MOST_LINES = 7;

/** What statements say, a line for each; what is beyond a few is counted. */
export function statementList(statements: readonly Statement[], most = MOST_LINES): string {
  return limited(statements.map(statementLine), most);
}

/** The same for the grants of a role, each with where it comes from. */
export function grantList(grants: readonly Grant[], most = MOST_LINES): string {
  return limited(
    grants.map(({ statement, label }) => `${statementLine(statement)} (${label})`),
    most,
  );
}

function limited(lines: readonly string[], most: number): string {
  const rest = lines.length - most;
  if (rest <= 1) return bullets(lines);
  return bullets([...lines.slice(0, most), `and ${rest} more statements`]);
}

/** `sqs:SendMessage` on `${Queue.Arn}`, if …. */
export function statementLine(statement: Statement): string {
  const { effect, principals, actions, resources, conditions } = statement;
  const who = principals ? `${principalNames(principals)}: ` : '';
  const what = actions ? clauseWords(actions, 'every action but ') : 'no action';
  const on = resources ? ` on ${clauseWords(resources, 'everything but ')}` : '';
  const tests = conditions.length > 2 ? [`${conditions.length} conditions hold`] : conditions.map(conditionSentence);
  return `${EFFECTS[effect]}${who}${what}${on}${tests.length > 0 ? `, if ${tests.join(' and ')}` : ''}`;
}

const EFFECTS: Readonly<Record<Statement['effect'], string>> = { Allow: '', Deny: '**denied**: ', unknown: 'effect not known: ' };

function clauseWords({ negated, values, complete }: Clause, but: string): string {
  const names = values.map(({ value }) => display(value));
  const rest = names.length - MOST_NAMES;
  const shown = rest > 1 ? `${codeList(names.slice(0, MOST_NAMES))} and ${rest} more` : codeList(names);
  return `${negated ? but : ''}${shown}${complete ? '' : ' and what only deployment knows'}`;
}

function principalNames({ negated, principals }: PrincipalClause): string {
  const names = principals.slice(0, MOST_NAMES).map(({ value }) => (display(value) === '*' ? 'everybody' : code(display(value))));
  return `${negated ? 'everybody but ' : ''}${names.join(', ')}`;
}
