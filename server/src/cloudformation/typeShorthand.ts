/**
 * The shorthand in which `server/data/cloudformation.txt` has names and ARN patterns: what follows from the type is not said again, and
 * what is said of many types is one letter.
 */

/** How the ARN of a resource of any service begins, and what in it names a region and an account. */
export const ANY_ARN = 'arn:${Partition}:';
export const HERE = ':${Region}:${Account}:';

/**
 * The name of a property or an attribute. A lower-case letter is one of the most frequent names; `!` at the start is the last part of the
 * type, so that `!Name` of a queue is `QueueName`.
 *
 * @param frequent the names of letters, in the order of the alphabet, themselves in shorthand
 */
export function fullName(shorthand: string, type: string, frequent: readonly string[]): string {
  const name = /^[a-z]$/.test(shorthand) ? (frequent[Number.parseInt(shorthand, 36) - 10] ?? '') : shorthand;
  return name.startsWith('!') ? lastPart(type) + name.slice(1) : name;
}

/** The pattern of an ARN. `:` at the start is `ANY_ARN` and `,` is `HERE`; `<Name>` is `${Name}`, and `!` the last part of the type. */
export function fullArnPattern(shorthand: string, type: string): string {
  return shorthand
    .replace(/^:/, () => ANY_ARN)
    .replace(',', () => HERE)
    .replaceAll('!', lastPart(type))
    .replace(/<([^>]*)>/g, (_, name: string) => `\${${name}}`);
}

/** `Queue` of `AWS::SQS::Queue`. */
export const lastPart = (type: string): string => type.slice(type.lastIndexOf(':') + 1);
