import type { Analysis } from '../../analysis/index.ts';
import type { VariableEntity } from '../entities/variable.ts';
import { code, paragraphs } from './markdown.ts';

const URL = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html';

/** A policy variable: what stands in its place when a request is judged. */
export function describeVariable({ name, fallback }: VariableEntity, { knowledge: { iam } }: Analysis): string {
  const info = iam.conditionKey(name);
  return paragraphs(
    `**\${${name}}** · policy variable`,
    'For each request AWS fills in the value of the condition key. In `Fn::Sub` write `${!' +
      name +
      '}`, or CloudFormation takes it for its own.',
    info ? `${code(info.key)}: ${info.description}` : `No condition key ${code(name)} is known in the data of ${iam.date}.`,
    info?.type.startsWith('ArrayOf') ? 'The key holds several values, so it cannot be used as a variable.' : undefined,
    fallback === undefined
      ? 'For a request that lacks the key, what the variable stands in matches nothing.'
      : `For a request that lacks the key, ${code(fallback)} stands in its place.`,
    `[AWS's page](${URL})`,
  );
}
