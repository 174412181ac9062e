import { canonical, consequencesOf, type Template } from '../../cloudformation/index.ts';
import type { AccessRequest, RequestContext } from '../../iam/index.ts';
import { type Guard, literal, ofHole, type SymbolicString } from '../../symbolic/index.ts';

/** What somebody of the stack's account asks for by their own identity policies. */
export interface Wish {
  readonly action: string;
  readonly on: SymbolicString;
  /** Whether that is a resource of this stack, and so of its account. */
  readonly isOwn: boolean;
  /** The ARN of the role that asks; absent where it is somebody else. */
  readonly role: SymbolicString | undefined;
  /** The ARN of the function whose code asks. */
  readonly fn: SymbolicString | undefined;
  /** The template conditions under which all of this exists. */
  readonly guard: Guard;
}

export function requestFor(wish: Wish, template: Template): AccessRequest {
  const { action, on, guard } = wish;
  const spelled = (value: SymbolicString): SymbolicString => canonical(value, template);
  return {
    action,
    resource: spelled(on),
    given: consequencesOf(guard, template),
    context: contextOf(wish),
    canonical: spelled,
  };
}

const ACCOUNT = ofHole({ kind: 'pseudo', name: 'AWS::AccountId' });

/**
 * Who asks acts for themselves and over TLS: nothing is there that a service would tell of the source of its call. Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
function contextOf({ role, fn, isOwn }: Wish): RequestContext {
  const known: readonly (readonly [key: string, value: SymbolicString | 'absent' | undefined])[] = [
    ['aws:sourcearn', 'absent'],
    ['aws:sourceaccount', 'absent'],
    ['aws:securetransport', literal('true')],
    ['aws:viaawsservice', literal('false')],
    ['aws:principalisawsservice', literal('false')],
    ['aws:principalaccount', ACCOUNT],
    ['aws:resourceaccount', isOwn ? ACCOUNT : undefined],
    ['aws:principalarn', role],
    ['lambda:sourcefunctionarn', fn],
  ];
  return new Map(known.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

/** The reference that gives a role's ARN. */
export function roleArn(logicalId: string): SymbolicString {
  return ofHole({ kind: 'attribute', logicalId, attribute: 'Arn' });
}
