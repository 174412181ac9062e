import type { Analysis } from '../../analysis/index.ts';
import type { FunctionPermissions, Invoker, Mechanism } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import type { StrayTriggerEntity } from '../entities/strayTrigger.ts';
import { bullets, code, paragraphs } from './markdown.ts';
import { needLines } from './needLines.ts';
import { describeGrants } from './triggerGrants.ts';

/** A trigger: which permission it takes, where that goes, and whether it is there; for a SAM event also what SAM makes of it. */
export function describeTrigger(owner: FunctionPermissions, invoker: Invoker, analysis: Analysis): string {
  const { definition, name } = invoker.trigger;
  return paragraphs(
    `**${name}** → **${owner.fn.logicalId}** · ${definition.title}`,
    MECHANISMS[definition.mechanism],
    definition.mechanism === 'poll' ? undefined : definition.reason,
    definition.mechanism === 'poll' ? describeNeeds(owner, name) : describeGrants(invoker, analysis),
    `[AWS's page](${definition.docsUrl})`,
  );
}

/** A trigger of a function elsewhere: what that function needs there. */
export function describeStrayTrigger({ trigger }: StrayTriggerEntity): string {
  const { definition, name, target, source } = trigger;
  const from = source ? `, with the source ARN ${code(display(source))}` : '';
  return paragraphs(
    `**${name}** → ${code(display(target.value))} · ${definition.title}`,
    MECHANISMS[definition.mechanism],
    definition.mechanism === 'resource-policy' && definition.principal !== undefined
      ? `The function is not of this template, or cannot be told: its own policy must let ${code(definition.principal)} in${from}.`
      : definition.reason,
    `[AWS's page](${definition.docsUrl})`,
  );
}

const MECHANISMS: Readonly<Record<Mechanism, string>> = {
  'resource-policy':
    'The service calls the function. The function’s **resource-based policy** must let it (`AWS::Lambda::Permission`).',
  'caller-role':
    'The service assumes a role of its own. **That role** must allow `lambda:InvokeFunction`; the function’s policy need not name it.',
  poll: 'Lambda polls the source with the function’s **execution role**, which must allow it. No Lambda permission is needed.',
  none: 'No Lambda permission is needed here.',
};

function describeNeeds({ role, needs }: FunctionPermissions, subject: string): string {
  const own = needs.filter(({ need }) => need.subject === subject);
  return (
    bullets(own.flatMap(needLines)) +
    (role.origin === 'sam' ? '\n\nSAM makes the execution role and adds to it what it knows to be needed.' : '')
  );
}
