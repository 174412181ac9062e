import type { CloudFormationKnowledge, ResourceTypeSpec } from './knowledge.ts';
import { fullArnPattern, fullName } from './typeShorthand.ts';

/**
 * The resource types of `server/data/cloudformation.txt`, lines of tab-separated fields:
 * `type`, `what Ref returns`, `attributes`, `ARN pattern`, `properties`, where lists are separated by spaces. The first line has no type, and
 * in place of the second field the most frequent names (see `typeShorthand.ts`).
 * A template has few types, so the text is its own index: a type's line is searched when the type is first asked for.
 * Types are spelled exactly, as CloudFormation demands.
 *
 * @param text the whole file
 */
export function createCloudFormationKnowledge(text: string): CloudFormationKnowledge {
  const specs = new Map<string, { readonly spec: ResourceTypeSpec | undefined }>();
  const frequent = words(text.slice(text.indexOf('\t') + 1, text.indexOf('\n')));
  let types: readonly string[] | undefined;
  return {
    resourceTypes: () => {
      types ??= text.split('\n').flatMap((line) => (typeOf(line) === '' ? [] : [typeOf(line)]));
      return types;
    },
    resourceType: (type) => {
      const before = specs.get(type);
      if (before) return before.spec;
      const line = findLine(text, type);
      const spec = line === undefined ? undefined : parseLine(line, frequent);
      specs.set(type, { spec });
      return spec;
    },
  };
}

/** The line that begins with a type and not with a longer name. */
function findLine(text: string, type: string): string | undefined {
  if (!/^[\w:]+$/.test(type)) return undefined;
  for (let at = text.indexOf(type); at >= 0; at = text.indexOf(type, at + type.length)) {
    if (at > 0 && text[at - 1] !== '\n') continue;
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, newline < 0 ? text.length : newline);
    if (typeOf(line) === type) return line;
  }
  return undefined;
}

const typeOf = (line: string): string => line.split('\t', 1)[0] ?? '';

function parseLine(line: string, frequent: readonly string[]): ResourceTypeSpec {
  const [type = '', ref = '', attributes = '', arnPattern = '', properties = ''] = line.split('\t');
  const names = (list: string): readonly string[] => words(list).map((word) => fullName(word, type, frequent));
  return {
    type,
    attributes: names(attributes),
    primaryIdentifier: names(ref),
    arnPattern: arnPattern === '' ? undefined : fullArnPattern(arnPattern, type),
    properties: names(properties),
  };
}

const words = (list: string): readonly string[] => (list === '' ? [] : list.split(' '));
