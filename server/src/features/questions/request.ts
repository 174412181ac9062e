import { canonical, consequencesOf, type Template } from '../../cloudformation/index.ts';
import type { AccessRequest, RequestContext } from '../../iam/index.ts';
import { type Guard, literal, ofHole, type SymbolicString } from '../../symbolic/index.ts';

/** What somebody of the stack's account asks for by his own identity policies. */
export interface Wish {
  readonly action: string;
  readonly on: SymbolicString;
  /** The ARN of the role that asks; absent where it is somebody else. */
  readonly role: SymbolicString | undefined;
  /** The template conditions under which all of this exists. */
  readonly guard: Guard;
}

export function requestFor({ action, on, role, guard }: Wish, template: Template): AccessRequest {
  const spelled = (value: SymbolicString): SymbolicString => canonical(value, template);
  return {
    action,
    resource: spelled(on),
    given: consequencesOf(guard, template),
    context: contextOf(role),
    canonical: spelled,
  };
}

/** Who asks acts for himself and over TLS: nothing is there that a service would tell of the source of its call. */
function contextOf(role: SymbolicString | undefined): RequestContext {
  return new Map<string, SymbolicString | 'absent'>([
    ['aws:sourcearn', 'absent'],
    ['aws:sourceaccount', 'absent'],
    ['aws:securetransport', literal('true')],
    ['aws:principalaccount', ofHole({ kind: 'pseudo', name: 'AWS::AccountId' })],
    ...(role ? [['aws:principalarn', role] as const] : []),
  ]);
}

/** The reference that gives a role's ARN. */
export function roleArn(logicalId: string): SymbolicString {
  return ofHole({ kind: 'attribute', logicalId, attribute: 'Arn' });
}
