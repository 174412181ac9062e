/** The YAML extension's list of tags (`yaml.customTags`), without which it takes CloudFormation's short forms for mistakes. */

type Kind = 'scalar' | 'sequence' | 'mapping';

/**
 * CloudFormation's short forms, and what each may be given. A long form that is given to a short one is a mapping.
 * Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html and
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html
 */
const SHORT_FORMS: Readonly<Record<string, readonly Kind[]>> = {
  And: ['sequence'],
  Base64: ['scalar', 'mapping'],
  Cidr: ['sequence'],
  Condition: ['scalar'],
  Contains: ['sequence'],
  EachMemberEquals: ['sequence'],
  EachMemberIn: ['sequence'],
  Equals: ['sequence'],
  FindInMap: ['sequence'],
  GetAtt: ['scalar', 'sequence'],
  GetAZs: ['scalar', 'mapping'],
  If: ['sequence'],
  ImportValue: ['scalar', 'mapping'],
  Join: ['sequence'],
  Length: ['sequence', 'mapping'],
  Not: ['sequence'],
  Or: ['sequence'],
  Ref: ['scalar'],
  RefAll: ['scalar'],
  Select: ['sequence'],
  Split: ['sequence'],
  Sub: ['scalar', 'sequence'],
  ToJsonString: ['sequence', 'mapping'],
  Transform: ['mapping'],
  ValueOf: ['sequence'],
  ValueOfAll: ['sequence'],
};

/** Every short form as the YAML extension wants it, one entry for each kind: `!Sub scalar`, `!Sub sequence`. */
const CLOUDFORMATION_TAGS: readonly string[] = Object.entries(SHORT_FORMS).flatMap(([name, kinds]) =>
  kinds.map((kind) => `!${name} ${kind}`),
);

/**
 * @param present the value of `yaml.customTags`, whatever it is
 * @returns the tags that it lacks
 */
export function missingTags(present: unknown): readonly string[] {
  const known = new Set(Array.isArray(present) ? present.map(spelling) : []);
  return CLOUDFORMATION_TAGS.filter((tag) => !known.has(tag));
}

/** An entry without a kind is one for scalars, and the letter case of the kind does not count. */
function spelling(entry: unknown): string {
  const [tag = '', kind = 'scalar'] = String(entry).trim().split(/\s+/);
  return `${tag} ${kind.toLowerCase()}`;
}
