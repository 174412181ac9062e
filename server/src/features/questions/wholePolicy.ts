import type { Analysis } from '../../analysis/index.ts';
import { matchesAction, type Statement } from '../../iam/index.ts';
import { resourcePoliciesOf } from '../../rules/support/resourcePolicies.ts';
import { display } from '../../symbolic/index.ts';
import { code } from '../describe/markdown.ts';
import { statementLine } from '../describe/statements.ts';
import type { Line } from './answer.ts';

/** A statement of an `AWS::Lambda::ResourcePolicy`, which is the whole policy of a function. */
export interface WholePolicyStatement {
  readonly statement: Statement;
  /** The logical id of the policy. */
  readonly label: string;
}

export function wholePolicyOf(logicalId: string, { template, policies }: Analysis): readonly WholePolicyStatement[] {
  const owners = template ? resourcePoliciesOf(template).filter(({ aim }) => aim.logicalId === logicalId) : [];
  return policies
    .filter(({ owner }) => owners.some(({ resource }) => resource === owner))
    .flatMap(({ owner, document }) => document.statements.map((statement) => ({ statement, label: owner?.logicalId ?? '' })));
}

export function wholePolicyLine({ statement, label }: WholePolicyStatement): Line {
  const warning = letsEverybody({ statement, label }) ? ' **Warning: that is everybody, of every account.**' : '';
  return { text: `${code(label)}: ${statementLine(statement)}.${warning}`, place: { label, span: statement.span } };
}

/** Whether the statement certainly lets somebody call the function, as far as no Deny forbids it. */
export function letsCall({ statement: { effect, actions, guard } }: WholePolicyStatement): boolean {
  const isInvoking = actions !== undefined && matchesAction(actions, 'lambda:InvokeFunction') === 'yes';
  return effect === 'Allow' && guard.length === 0 && isInvoking;
}

/** Whether everybody is let in, without a condition. */
export function letsEverybody(one: WholePolicyStatement): boolean {
  const { principals, conditions, conditionsComplete } = one.statement;
  const isUnlimited = conditionsComplete && conditions.length === 0;
  const isEverybody = principals?.negated === false && principals.principals.some(({ value }) => display(value) === '*');
  return letsCall(one) && isUnlimited && isEverybody;
}
