import type { Analysis } from '../analysis/index.ts';
import type { Finding } from '../rules/index.ts';
import type { TextEdit } from '../text/edit.ts';
import { overlaps, type Span } from '../text/span.ts';

/** A change that the editor offers at a place. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor';
  readonly preferred: boolean;
  /** The findings that it mends. */
  readonly findings: readonly Finding[];
  /** Made on demand: a menu needs only the titles. */
  readonly edits: () => readonly TextEdit[];
}

/** The fixes of the findings that the span touches, preferred ones first. */
export function codeActionsAt(_analysis: Analysis, span: Span, findings: readonly Finding[]): readonly CodeAction[] {
  const actions = findings.filter((finding) => overlaps(finding.span, span)).flatMap(actionsOf);
  return actions.sort((a, b) => Number(b.preferred) - Number(a.preferred));
}

function actionsOf(finding: Finding): readonly CodeAction[] {
  return finding
    .fixes()
    .map(({ title, preferred, edits }) => ({ title, kind: 'quickfix', preferred, findings: [finding], edits: () => edits }));
}
