/**
 * The shorthand in which `iam-details.txt` writes descriptions and ARN patterns: what follows from the names of actions and resource
 * types is not said again. A text that the shorthand cannot say stands behind a backslash as it is.
 */

/** The words of a name or a text: `Create`, `VPC`, `policy`, `2`. */
export const WORDS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;

/** How descriptions begin. */
export const GRANTS = 'Grants permission to ';

/** Signs for the most frequent words of descriptions, and for frequent marks. */
export const PHRASES: Readonly<Record<string, string>> = {
  '!': ' the ',
  '%': ' for',
  '?': '#1',
  '[': '^retrieve',
  ']': ' information',
  '{': 'Amazon ',
  '}': ' of',
  '&': ' to',
  '*': 'account',
  '`': 'specified ',
  '@': ' an ',
  '+': ' and ',
  $: ' or ',
  ';': ' #2',
  '<': ' in',
  '>': 'associated',
  '"': ' that',
};

/** What stands before a text that is no shorthand. */
export const PLAIN = '\\';

/**
 * A description. `^` at its start is "Grants permission to". `~` is the next word of the action's name, that after the one named last,
 * and `#4` the word with this place, counted from 0 in base 36; both in lower case. `=` and `|4` are the same, spelled as in the name.
 * The signs of `PHRASES` come first.
 *
 * @param name of the action, without the service
 */
export function fullDescription(shorthand: string, name: string): string {
  if (shorthand.startsWith(PLAIN)) return shorthand.slice(PLAIN.length);
  const words = name.match(WORDS) ?? [];
  let next = 0;
  const marked = shorthand.replace(/[!%?[\]{}&*`@+$;<>"]/g, (sign) => PHRASES[sign] ?? sign);
  const text = marked.replace(/[~=]|[#|][0-9a-z]/g, (mark) => {
    const place = mark.length === 1 ? next : Number.parseInt(mark.charAt(1), 36);
    next = place + 1;
    const word = words[place] ?? '';
    return /^[~#]/.test(mark) ? word.toLowerCase() : word;
  });
  return text.startsWith('^') ? GRANTS + text.slice(1) : text;
}

/**
 * An ARN pattern. `.` at its start is the ARN of a resource of this service in this region and account, `:` an ARN of this partition.
 * `<Name>` is `${Name}`. For a type `app-instance`, `!` is its name, `#` is `${AppInstanceId}`, `~` `${AppInstanceName}` and `=` `${AppInstance}`.
 *
 * @param service the prefix of its actions
 * @param type the resource type
 */
export function fullArn(shorthand: string, service: string, type: string): string {
  if (shorthand.startsWith(PLAIN)) return shorthand.slice(PLAIN.length);
  const variable = camelCase(type);
  const full = shorthand
    .replace(/^[.:]/, (start) => (start === '.' ? ownArn(service) : ANY_ARN))
    .replace(/[!#~=]/g, (mark) => (mark === '!' ? type : `<${variable}${ENDINGS[mark] ?? ''}>`));
  return full.replaceAll('<', '${').replaceAll('>', '}');
}

/** How an ARN of any service begins. */
export const ANY_ARN = 'arn:${Partition}:';

/** How the ARN of a resource of a service begins that belongs to a region and an account. */
export const ownArn = (service: string): string => `${ANY_ARN}${service}:\${Region}:\${Account}:`;

/** What follows the type in the names of variables. */
export const ENDINGS: Readonly<Record<string, string>> = { '#': 'Id', '~': 'Name', '=': '' };

/** `AppInstance` for `app-instance`. */
export const camelCase = (type: string): string => type.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
