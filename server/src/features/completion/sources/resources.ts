import type { ActionInfo, IamKnowledge, Statement } from '../../../iam/index.ts';
import { knownText } from '../../../symbolic/index.ts';
import { sub } from '../../../syntax/write/index.ts';
import { withHoles } from '../holes.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestion } from '../suggestion.ts';
import { fittingIn, patternsOf } from './fitting.ts';
import { apiArns, arnsIn } from './inTemplate.ts';

/** Resources of a statement: those of the template that the actions fit, then the forms of ARNs that the actions may be limited to. */
export const resources: Source<'resource'> = (_, scene) => {
  const { statement, analysis, call } = scene;
  const { iam } = analysis.knowledge;
  const actions = actionsOf(statement, iam);
  const patterns = [...new Set(actions.flatMap((action) => patternsOf(action, iam)))].sort((a, b) => a.length - b.length);
  if (call === 'Fn::Sub') return { items: patterns.map((pattern) => arnPattern(pattern, scene, true)) };
  const hasStar = statement?.resources?.values.some(({ value }) => knownText(value) === '*') ?? false;
  return {
    items: [
      ...(actions.some(({ service }) => service === 'execute-api') ? apiArns(scene) : []),
      ...(actions.length > 0 ? fittingIn(scene, patterns) : arnsIn(scene)),
      ...patterns.map((pattern) => arnPattern(pattern, scene)),
      ...(hasStar ? [] : [EVERYTHING]),
    ],
  };
};

const EVERYTHING: Suggestion = { label: '*', kind: 'wildcard', detail: 'every resource', insert: { text: '*' } };

const MOST_ACTIONS = 60;

/** The actions that the statement names, some of those that a wildcard stands for. */
export function actionsOf(statement: Statement | undefined, iam: IamKnowledge): readonly ActionInfo[] {
  const ids = (statement?.actions?.values ?? []).flatMap(({ value }) => {
    const text = knownText(value) ?? '';
    if (!/[*?]/.test(text)) return [text];
    return /^[^:]*[*?]/.test(text) ? [] : iam.actionsMatching(text).slice(0, MOST_ACTIONS);
  });
  return ids.flatMap((id) => iam.action(id) ?? []);
}

/** The form of an ARN with a hole for each name; in a template partition, Region and account are those of the stack. */
export function arnPattern(pattern: string, { template }: Scene, isText = false): Suggestion {
  const label = pattern.replace('${Partition}', 'aws');
  if (!template) return { label, kind: 'pattern', insert: { text: withHoles(label) }, subject: 'arn:' };
  const ofStack = pattern
    .replace('${Partition}', '${AWS::Partition}')
    .replace('${Region}', '${AWS::Region}')
    .replace('${Account}', '${AWS::AccountId}');
  const text = withHoles(ofStack);
  return { label: pattern, kind: 'pattern', insert: isText ? { text } : { value: sub(text) }, subject: 'arn:' };
}
