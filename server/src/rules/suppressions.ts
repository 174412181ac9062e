import type { Analysis } from '../analysis/index.ts';
import { childAt, itemsOf, literalText } from '../syntax/index.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import { encloses } from '../text/span.ts';
import type { Finding } from './rule.ts';

const COMMENT = /(?:#|\/\/)[ \t]*lambda-iam-ignore[ \t]+([a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)/g;

/** Whether the author has asked not to hear of a finding: by a comment on its line or the line above, or by the resource's metadata. */
export function isSuppressed(finding: Finding, analysis: Analysis): boolean {
  const { line } = lineIndexOf(analysis.source).positionAt(finding.span.start);
  const byLine = commentsOf(analysis);
  return [line, line - 1].some((at) => byLine.get(at)?.has(finding.ruleId)) || isIgnoredByMetadata(finding, analysis);
}

const comments = new WeakMap<Analysis, ReadonlyMap<number, ReadonlySet<string>>>();

function commentsOf(analysis: Analysis): ReadonlyMap<number, ReadonlySet<string>> {
  const known = comments.get(analysis);
  if (known) return known;
  const lines = lineIndexOf(analysis.source);
  const found = new Map(
    Array.from(analysis.source.text.matchAll(COMMENT), (match) => {
      const ids = (match[1] ?? '').split(',').map((id) => id.trim());
      return [lines.positionAt(match.index).line, new Set(ids)] as const;
    }),
  );
  comments.set(analysis, found);
  return found;
}

function isIgnoredByMetadata(finding: Finding, { template }: Analysis): boolean {
  for (const resource of template?.resources.values() ?? []) {
    if (!encloses(resource.span, finding.span)) continue;
    const ignored = itemsOf(childAt(resource.node, 'Metadata', 'lambda-iam', 'ignore')).map(literalText);
    if (ignored.includes(finding.ruleId)) return true;
  }
  return false;
}
