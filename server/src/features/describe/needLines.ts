import type { NeedCoverage, Verdict } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { code, codeList } from './markdown.ts';
import { mark } from './verdict.ts';

const VERDICTS: readonly Verdict[] = ['granted', 'unknown', 'missing', 'denied'];

/** What the execution role must allow, a line for each resource and verdict: `✓ sqs:ReceiveMessage on …, by …`. */
export function needLines({ need, actions }: NeedCoverage): readonly string[] {
  return need.grants.flatMap((grant) => {
    const on = code(display(grant.written));
    return VERDICTS.flatMap((verdict) => {
      const own = actions.filter((action) => action.grant === grant && action.verdict === verdict);
      if (own.length === 0) return [];
      const by = [...new Set(own.flatMap(({ grantedBy }) => grantedBy.map(({ label }) => label)))];
      return [
        `${mark(verdict)} ${codeList(own.map(({ action }) => action))} on ${on}${by.length > 0 ? `, by ${by.join(', ')}` : ''}`,
      ];
    });
  });
}
