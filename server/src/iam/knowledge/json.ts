/** A value of a JSON text. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A policy statement or document as JSON has it. */
export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isJsonArray(value);

const isJsonArray = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** The object that a text is, or an empty one. */
export function parseJsonObject(text: string): JsonObject {
  try {
    const value: JsonValue = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

export const stringAt = (object: JsonObject, key: string): string => {
  const value = object[key];
  return typeof value === 'string' ? value : '';
};

/** The objects of a list; other members are left out. */
export const objectsAt = (object: JsonObject, key: string): readonly JsonObject[] => listAt(object, key).filter(isJsonObject);

export const stringsOf = (value: JsonValue | undefined): readonly string[] =>
  value !== undefined && isJsonArray(value) ? value.filter((item) => typeof item === 'string') : [];

export function listAt(object: JsonObject, key: string): readonly JsonValue[] {
  const value = object[key];
  return value !== undefined && isJsonArray(value) ? value : [];
}
