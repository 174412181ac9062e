import type { Json } from '../fixture.ts';

/** Where a minimal template holds one row's trigger. */
export interface Case {
  readonly id: string;
  readonly type: string;
  /** The property that names the function, as a trigger reports it. */
  readonly property: string;
  /** Where it is written, if not there: the text that holds the property. */
  readonly at?: string;
  /** Other properties that the row asks for, by path. */
  readonly with?: Readonly<Record<string, Json>>;
  /** What the property holds, where it is not `!GetAtt Fn.Arn`. */
  readonly value?: Json;
  /** The path of the role's property. */
  readonly role?: string;
  /** Another resource that names the role, `ROLE`, which the trigger's resource refers to. */
  readonly roleOf?: string;
  readonly resources?: Readonly<Record<string, Json>>;
  /** The actions that let it in, where it is not `lambda:InvokeFunction` alone. */
  readonly viaUrl?: 'NONE' | 'AWS_IAM';
}

export const ARN: Json = { 'Fn::GetAtt': ['Fn', 'Arn'] };
export const ROLE: Json = { 'Fn::GetAtt': ['CallerRole', 'Arn'] };
export const NAME: Json = { Ref: 'Fn' };
