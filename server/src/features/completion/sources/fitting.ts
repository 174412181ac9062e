import { arnOf, arnReference, type Resource } from '../../../cloudformation/index.ts';
import type { ActionInfo, IamKnowledge } from '../../../iam/index.ts';
import { concat, type SymbolicString } from '../../../symbolic/index.ts';
import type { Scene } from '../scene.ts';
import type { Suggestion } from '../suggestion.ts';
import { arnSuggestion, othersIn } from './inTemplate.ts';

/** The ARN patterns that an action may be limited to. */
export function patternsOf({ service, resources }: ActionInfo, iam: IamKnowledge): readonly string[] {
  return resources.flatMap(({ type }) => iam.resourceType(service, type)?.arns ?? []);
}

/** The resources of the template that have ARNs of these patterns, and what is in them: `${Bucket.Arn}/*` for the pattern of objects. */
export function fittingIn(scene: Scene, patterns: readonly string[]): readonly Suggestion[] {
  const { template } = scene;
  if (!template) return [];
  const forms = patterns.map(formsOf);
  const endsOf = (resource: Resource): readonly string[] => {
    const arn = arnOf(resource, template);
    return arn ? endsOfForms(forms, arn) : [];
  };
  // The names of resources do not matter to the form of their ARNs, so one resource of a type speaks for all.
  const endsOfType = new Map<string, readonly string[]>();
  return othersIn(scene).flatMap((resource) => {
    const ends = endsOfType.get(resource.type) ?? endsOf(resource);
    endsOfType.set(resource.type, ends);
    return ends.flatMap((end) => arnSuggestion(concat([arnReference(resource), end]), resource));
  });
}

/** What may follow the ARN of a resource so that it fits one of the patterns: nothing for the resource itself, which comes first. */
export function endsFitting(patterns: readonly string[], arn: SymbolicString): readonly string[] {
  return endsOfForms(patterns.map(formsOf), arn);
}

function endsOfForms(forms: readonly (readonly Form[])[], arn: SymbolicString): readonly string[] {
  return [...new Set(forms.flatMap((each) => endBehind(each, arn) ?? []))].sort();
}

/** The beginning of a pattern, as far as one of its names, and what has to follow it: `*` for each name there. */
interface Form {
  readonly beginning: RegExp;
  readonly end: string;
}

/** All beginnings of a pattern, the longest first. */
function formsOf(pattern: string): readonly Form[] {
  const pieces = pattern.split(/(\$\{[^}]*\})/);
  const lengths = pieces.map((_, i) => pieces.length - i);
  return lengths.map((length) => ({
    beginning: new RegExp(`^${pieces.slice(0, length).map(source).join('')}$`),
    end: pieces
      .slice(length)
      .join('')
      .replaceAll(/\$\{[^}]*\}/g, '*'),
  }));
}

function source(piece: string): string {
  return piece.startsWith('${') ? '[^:]*' : piece.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&');
}

/** Stands for what only deployment knows. */
const OPEN = '\uE0F2';

/**
 * What has to follow the ARN of a resource for it to fit a pattern; `undefined` where the ARN is no beginning of it. An ARN that ends
 * with a star, as that of a log group, has all that follows.
 */
function endBehind(forms: readonly Form[], arn: SymbolicString): string | undefined {
  const text = arn.parts.map((part) => (part.kind === 'text' ? part.text : OPEN)).join('');
  const whole = text.replace(/:\*$/, '');
  const form = forms.find(({ beginning }) => beginning.test(whole));
  return form && (whole === text ? form.end : '');
}
