import type { Analysis } from '../../analysis/index.ts';
import type { FunctionPermissions, Invoker, Mechanism, Verdict } from '../../lambda/index.ts';
import { serviceTitle } from '../describe/serviceTitle.ts';
import { mark, triggerVerdict, worstVerdict } from '../describe/verdict.ts';
import type { LensSubject, LensText } from './lens.ts';

type TriggerSubject = Extract<LensSubject, { kind: 'trigger' }>;

/** Whether a trigger works: `✓ Amazon S3 may call Worker, by WorkerPermission`. Several by one property are judged together. */
export function triggerText(subject: TriggerSubject, analysis: Analysis): LensText | undefined {
  const { logicalId, property, functionId } = subject;
  const owner = analysis.permissions.functions.find(({ fn }) => fn.logicalId === functionId);
  const invokers = owner?.invokers.filter(
    ({ trigger }) => trigger.resource.logicalId === logicalId && trigger.property === property,
  );
  const [first] = invokers ?? [];
  if (!owner || !invokers || !first) return undefined;
  const verdict = worstVerdict(invokers.map((invoker) => triggerVerdict(owner, invoker)));
  const words = WORDS[first.trigger.definition.mechanism](owner, first, analysis);
  return { title: `${mark(verdict)} ${words.who} ${SENTENCES[verdict](words)}`, explains: functionId };
}

/** Who calls or polls what, and by what that is granted; why not, where it is not a permission that is missing. */
interface Words {
  readonly who: string;
  readonly deed: string;
  readonly how: string;
  readonly obstacle?: string | undefined;
}

const WORDS: Readonly<Record<Mechanism, (owner: FunctionPermissions, invoker: Invoker, analysis: Analysis) => Words>> = {
  'resource-policy': ({ fn }, { trigger, grantedBy }, { knowledge }) => {
    const principal = trigger.definition.principal ?? '';
    const who = principal === '*' ? 'everybody' : (serviceTitle(principal, knowledge.iam) ?? principal);
    const ids = grantedBy.map(({ logicalId, origin }) => (origin === 'sam' ? `${logicalId} (SAM)` : logicalId));
    return { who, deed: `call ${fn.logicalId}`, how: ids.length > 0 ? `, by ${few(ids)}` : '' };
  },
  'caller-role': ({ fn }, { callerRole, trigger }) => ({
    who: callerRole?.logicalId ?? 'the role given here',
    deed: `call ${fn.logicalId}`,
    how: '',
    obstacle:
      callerRole?.trusts === 'no' ? `it does not trust ${trigger.definition.callerPrincipal ?? 'the service'}` : undefined,
  }),
  poll: ({ role, fn }) => ({ who: role.logicalId ?? `the role of ${fn.logicalId}`, deed: `poll for ${fn.logicalId}`, how: '' }),
  none: ({ fn }) => ({ who: 'this', deed: `call ${fn.logicalId}`, how: ' without a permission' }),
};

/** How many logical ids are named. */
const MOST_IDS = 2;

function few(ids: readonly string[]): string {
  const rest = ids.length - MOST_IDS;
  return rest > 0 ? `${ids.slice(0, MOST_IDS).join(', ')} and ${rest} more` : ids.join(', ');
}

const SENTENCES: Readonly<Record<Verdict, (words: Words) => string>> = {
  granted: ({ deed, how }) => `may ${deed}${how}`,
  missing: ({ deed, obstacle = 'a permission is missing' }) => `may not ${deed}: ${obstacle}`,
  denied: ({ deed }) => `may not ${deed}: a statement denies it`,
  unknown: ({ deed }) => `may or may not ${deed}: this file does not say`,
};
