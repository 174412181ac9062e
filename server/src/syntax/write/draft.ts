/**
 * A value to write, in neither language. Calls are intrinsic functions, which appear as the file writes them:
 * `!GetAtt Queue.Arn`, `Fn::GetAtt: [Queue, Arn]` or `{"Fn::GetAtt": ["Queue", "Arn"]}`.
 */
export type Draft = string | number | boolean | null | readonly Draft[] | DraftMapping | DraftCall;

export interface DraftMapping {
  readonly entries: readonly (readonly [key: string, value: Draft])[];
}

export interface DraftCall {
  /** The function's name without `Fn::`, `GetAtt` for instance. */
  readonly call: string;
  /** `GetAtt` takes a list of the logical id and the attribute, however the file writes it. */
  readonly argument: Draft;
}

/** A mapping with the keys in the order of the object; keys without a value are left out. */
export function mapping(members: Readonly<Record<string, Draft | undefined>>): DraftMapping {
  return { entries: Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])) };
}

/** `!Ref Name` */
export function ref(name: string): DraftCall {
  return { call: 'Ref', argument: name };
}

/** `!GetAtt Queue.Arn` */
export function getAtt(logicalId: string, attribute: string): DraftCall {
  return { call: 'GetAtt', argument: [logicalId, attribute] };
}

/** `!Sub '${Bucket.Arn}/*'`: the text as the function takes it, with its `${…}`. */
export function sub(text: string): DraftCall {
  return { call: 'Sub', argument: text };
}

/** `!Join ['', [a, b]]` */
export function join(separator: string, pieces: readonly Draft[]): DraftCall {
  return { call: 'Join', argument: [separator, pieces] };
}

export function isCall(draft: Draft): draft is DraftCall {
  return typeof draft === 'object' && draft !== null && 'call' in draft;
}

export function isMapping(draft: Draft): draft is DraftMapping {
  return typeof draft === 'object' && draft !== null && 'entries' in draft && !isList(draft);
}

export function isList(draft: Draft): draft is readonly Draft[] {
  return Array.isArray(draft);
}

/** The long name of an intrinsic function: `Ref`, `Condition` or `Fn::…`. */
export function longName(call: string): string {
  return call === 'Ref' || call === 'Condition' ? call : `Fn::${call}`;
}

/** The call written out as a mapping of one entry, its only form in JSON. */
export function longForm({ call, argument }: DraftCall): DraftMapping {
  return { entries: [[longName(call), argument]] };
}
