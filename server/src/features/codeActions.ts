import type { Analysis } from '../analysis/index.ts';
import { checkWith, type Finding, RULES, suppressionOf } from '../rules/index.ts';
import { spanInText } from '../syntax/index.ts';
import type { TextEdit } from '../text/edit.ts';
import { overlaps, type Span } from '../text/span.ts';
import { fixAllEdits } from './fixAll.ts';
import { REFACTORINGS, type RefactoringKind } from './refactorings/index.ts';

/** A change that the editor offers at a place. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | RefactoringKind;
  readonly preferred: boolean;
  /** The findings that it mends. */
  readonly findings: readonly Finding[];
  /** Made on demand: a menu needs only the titles. */
  readonly edits: () => readonly TextEdit[];
}

/**
 * The fixes of the findings that the span touches, preferred ones first; behind them what fixes all problems of the same kind, what
 * silences the findings there, and what may be written in another way.
 */
export function codeActionsAt(analysis: Analysis, span: Span, findings: readonly Finding[]): readonly CodeAction[] {
  // A selection that spans several resources is one only in the text.
  const selected = spanInText(analysis.tree, span);
  const touched = findings.filter((finding) => overlaps(spanInText(analysis.tree, finding.span), selected));
  const fixes = touched.flatMap(actionsOf).sort((a, b) => Number(b.preferred) - Number(a.preferred));
  const rules = [...new Map(touched.map((finding) => [finding.ruleId, finding])).values()];
  return [
    ...fixes,
    ...rules.flatMap((finding) => fixKindAction(finding, findings, analysis)),
    ...rules.flatMap((finding) => ignoreAction(finding, analysis)),
    ...refactoringsAt(analysis, span),
  ];
}

/** Where there is more of what this finding is. A menu needs to know of two of them only; the others are fixed when it is chosen. */
function fixKindAction(finding: Finding, findings: readonly Finding[], analysis: Analysis): readonly CodeAction[] {
  const { ruleId } = finding;
  const rule = RULES.find(({ id }) => id === ruleId);
  if (!rule || !hasPreferredFix(finding)) return [];
  const others = findings.filter((other) => other !== finding && other.ruleId === ruleId);
  if (!others.slice(0, MOST_LOOKED_AT).some(hasPreferredFix)) return [];
  const edits = (): readonly TextEdit[] => fixAllEdits(analysis, (version) => checkWith([rule], version));
  return [{ title: rule.fixAllTitle, kind: 'quickfix', preferred: false, findings: [finding], edits }];
}

/** Of so many others the fixes are worked out: a menu has to open at once. */
const MOST_LOOKED_AT = 5;

const hasPreferredFix = (finding: Finding): boolean => finding.fixes().some(({ preferred }) => preferred);

function refactoringsAt(analysis: Analysis, span: Span): readonly CodeAction[] {
  return REFACTORINGS.flatMap(({ kind, offersAt }) =>
    Array.from(offersAt(analysis, span), (offer) => ({ ...offer, kind, preferred: false, findings: [] })),
  );
}

function ignoreAction(finding: Finding, analysis: Analysis): readonly CodeAction[] {
  const suppression = suppressionOf(finding, analysis);
  if (!suppression) return [];
  const title = `Ignore ${finding.ruleId} ${suppression.resource === undefined ? 'here' : `in ${suppression.resource}`}`;
  return [{ title, kind: 'quickfix', preferred: false, findings: [finding], edits: () => [suppression.edit] }];
}

function actionsOf(finding: Finding): readonly CodeAction[] {
  return finding
    .fixes()
    .map(({ title, preferred, edits }) => ({ title, kind: 'quickfix', preferred, findings: [finding], edits: () => edits }));
}
