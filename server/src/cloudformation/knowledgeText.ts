import type { CloudFormationKnowledge, ResourceTypeSpec } from './knowledge.ts';

/**
 * The resource types of `server/data/cloudformation.txt`, lines of tab-separated fields:
 * `type`, `what Ref returns`, `attributes`, `ARN pattern`, `properties`, where lists are separated by spaces.
 * A type's line is read when the type is first asked for. Types are spelled exactly, as CloudFormation demands.
 *
 * @param text the whole file
 */
export function createCloudFormationKnowledge(text: string): CloudFormationKnowledge {
  let lines: ReadonlyMap<string, Line> | undefined;
  const byType = (): ReadonlyMap<string, Line> => {
    lines ??= findLines(text);
    return lines;
  };
  const specs = new Map<string, ResourceTypeSpec>();
  return {
    resourceTypes: () => [...byType().keys()],
    resourceType: (type) => {
      const before = specs.get(type);
      if (before) return before;
      const line = byType().get(type);
      if (!line) return undefined;
      const spec = parseLine(text.slice(line.start, line.end));
      specs.set(type, spec);
      return spec;
    },
  };
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function findLines(text: string): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const tab = text.indexOf('\t', start);
    lines.set(text.slice(start, tab < 0 || tab > end ? end : tab), { start, end });
    start = end + 1;
  }
  return lines;
}

function parseLine(line: string): ResourceTypeSpec {
  const [type = '', ref = '', attributes = '', arnPattern = '', properties = ''] = line.split('\t');
  return {
    type,
    attributes: words(attributes),
    primaryIdentifier: words(ref),
    arnPattern: arnPattern === '' ? undefined : arnPattern,
    properties: words(properties),
  };
}

const words = (list: string): readonly string[] => (list === '' ? [] : list.split(' '));
