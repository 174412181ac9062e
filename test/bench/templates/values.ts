/** What a template is made of before it is written as YAML or as JSON. */
export type Value = string | number | boolean | readonly Value[] | Properties;

export interface Properties {
  readonly [key: string]: Value;
}

/** Resources by their logical ids. */
export type Resources = Properties;

export function resource(type: string, properties: Properties, attributes: Properties = {}): Properties {
  return { Type: type, ...attributes, Properties: properties };
}

export const ref = (logicalId: string): Properties => ({ Ref: logicalId });

export const arnOf = (logicalId: string): Properties => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

export const sub = (text: string): Properties => ({ 'Fn::Sub': text });
