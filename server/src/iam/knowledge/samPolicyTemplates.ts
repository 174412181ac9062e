import { once } from '../../incremental/once.ts';
import { type JsonObject, objectsAt, parseJsonObject, stringAt } from './json.ts';

export interface SamPolicyTemplateParameter {
  readonly name: string;
  readonly description: string;
}

/** A policy template of AWS SAM: what an entry `SQSPollerPolicy: { QueueName: … }` of a function's `Policies` stands for. */
export interface SamPolicyTemplate {
  readonly name: string;
  readonly description: string;
  /** All of them have to be given. */
  readonly parameters: readonly SamPolicyTemplateParameter[];
  /** Statements as CloudFormation has them: `{ Ref: 'QueueName' }` stands for a parameter of the template. */
  readonly statements: readonly JsonObject[];
}

/** SAM's policy templates. Names are compared exactly, as SAM does. */
export interface SamPolicyTemplates {
  template(name: string): SamPolicyTemplate | undefined;
  /** In alphabetical order. */
  names(): readonly string[];
}

/** @param text `server/data/sam-policy-templates.json`, whole; it is read at the first lookup */
export function createSamPolicyTemplates(text: string): SamPolicyTemplates {
  const byName = once(
    () => new Map(objectsAt(parseJsonObject(text), 'templates').map((entry) => [stringAt(entry, 'name'), templateOf(entry)])),
  );
  return { template: (name) => byName().get(name), names: () => [...byName().keys()] };
}

function templateOf(entry: JsonObject): SamPolicyTemplate {
  return {
    name: stringAt(entry, 'name'),
    description: stringAt(entry, 'description'),
    parameters: objectsAt(entry, 'parameters').map((parameter) => ({
      name: stringAt(parameter, 'name'),
      description: stringAt(parameter, 'description'),
    })),
    statements: objectsAt(entry, 'statements'),
  };
}
