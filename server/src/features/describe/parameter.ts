import type { ParameterEntity } from '../entities/parameter.ts';
import { code, codeList, paragraphs } from './markdown.ts';

const URL = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html';

/** How many of the values are listed. */
const MOST_VALUES = 8;

/** A parameter: what is known of its value, and what that means for the checks. */
export function describeParameter({ parameter }: ParameterEntity): string {
  const { name, type, defaultValue, allowedValues } = parameter;
  return paragraphs(
    `**${name}** · parameter of the template (${code(type)})`,
    allowedValues
      ? `One of ${codeList(allowedValues.slice(0, MOST_VALUES))}${allowedValues.length > MOST_VALUES ? ' and others' : ''}.`
      : undefined,
    defaultValue === undefined ? undefined : `Its default is ${code(defaultValue)}.`,
    'Its value is only known at deployment: what hangs on it counts as unknown and is not reported as missing.',
    `[AWS's page](${URL})`,
  );
}
