import type { PolicyKind } from '../../../policies/index.ts';
import { type Draft, mapping } from '../../../syntax/write/index.ts';
import { hole } from '../holes.ts';

/** The version of the policy language to write. */
export const VERSION = '2012-10-17';

/** A statement to fill in. */
export interface Skeleton {
  readonly label: string;
  readonly detail: string;
  readonly value: Draft;
}

/** The statements that one begins with in a policy of a kind, the usual one first. */
export function skeletonsFor(kind: PolicyKind): readonly [Skeleton, ...Skeleton[]] {
  const [Action, Resource] = [[hole()], hole()];
  switch (kind) {
    case 'trust':
      return [
        {
          label: 'Trust Lambda',
          detail: 'lets Lambda assume the role, as an execution role needs',
          value: mapping({ Effect: 'Allow', Principal: mapping({ Service: 'lambda.amazonaws.com' }), Action: 'sts:AssumeRole' }),
        },
        {
          label: 'Trust a service',
          detail: 'lets another service assume the role',
          value: mapping({ Effect: 'Allow', Principal: mapping({ Service: hole() }), Action: 'sts:AssumeRole' }),
        },
        {
          label: 'Trust an account',
          detail: 'lets those of an account assume the role whom it allows to',
          value: mapping({ Effect: 'Allow', Principal: mapping({ AWS: hole() }), Action: 'sts:AssumeRole' }),
        },
      ];
    case 'resource':
    case 'resource-control':
      return [
        {
          label: 'Allow a service',
          detail: 'lets a service in, for one source only',
          value: mapping({
            Effect: 'Allow',
            Principal: mapping({ Service: hole() }),
            Action,
            Resource,
            Condition: mapping({ ArnLike: { entries: [['aws:SourceArn', hole()]] } }),
          }),
        },
        {
          label: 'Allow',
          detail: 'lets somebody in',
          value: mapping({ Effect: 'Allow', Principal: mapping({ AWS: hole() }), Action, Resource }),
        },
        {
          label: 'Deny without TLS',
          detail: 'refuses requests that are not encrypted on their way',
          value: mapping({
            Effect: 'Deny',
            Principal: '*',
            Action,
            Resource,
            Condition: mapping({ Bool: { entries: [['aws:SecureTransport', 'false']] } }),
          }),
        },
      ];
    default:
      return [
        { label: 'Allow', detail: 'grants actions on resources', value: mapping({ Effect: 'Allow', Action, Resource }) },
        {
          label: 'Deny',
          detail: 'forbids actions, whatever else allows them',
          value: mapping({ Effect: 'Deny', Action, Resource }),
        },
      ];
  }
}
