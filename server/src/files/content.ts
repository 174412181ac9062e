/**
 * Whether a text may be a template or a policy. All of them have one of these words: a quick look spares parsing the many other YAML and
 * JSON files of a folder.
 */
export function mayConcernUs(text: string): boolean {
  return text.includes('AWS::') || text.includes('Statement') || text.includes('AWSTemplateFormatVersion');
}
