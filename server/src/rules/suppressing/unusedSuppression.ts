import type { Analysis } from '../../analysis/index.ts';
import { onceFor } from '../../incremental/once.ts';
import { didYouMean, nearestName } from '../../text/didYouMean.ts';
import { encloses, type Span } from '../../text/span.ts';
import { CONTENT_RULES } from '../groups.ts';
import { HOME } from '../pages.ts';
import { type Diagnosis, defineRule, type Fix } from '../rule.ts';
import { type IgnoreComment, type IgnoredInMetadata, ignoreCommentsOf, ignoredInMetadata } from '../support/ignored.ts';
import { removeFromComment, removeFromMetadata, renameInMetadata } from '../support/ignoredFix.ts';
import { concerns } from '../suppressions.ts';

const ID = 'unused-suppression';

const IDS = CONTENT_RULES.map(({ id }) => id);

/** An id that silences nothing, and the one that would, if a slip explains the difference. */
type Found = { readonly id: string; readonly meant: string | undefined } & (
  | { readonly kind: 'comment'; readonly span: Span; readonly comment: IgnoreComment }
  | { readonly kind: 'metadata'; readonly span: Span; readonly ignored: IgnoredInMetadata }
);

/** A comment, or the metadata of a resource, silences a rule that finds nothing there. */
export const unusedSuppression = defineRule<Found>({
  id: ID,
  severity: 'hint',
  outcome: 'no-effect',
  docs: {
    summary: 'A comment or the metadata of a resource silences a rule that finds nothing there.',
    why:
      'What silences a rule outlives its reason: the mistake is mended, the statement is moved, the rule’s id was never right. Left behind, ' +
      'it hides the next mistake at that place.',
    url: `${HOME}#settings`,
    aka: [],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    # lambda-iam-ignore unknown-action, wildcard-matches-nothing The service is in a private preview.
    #                   ^^^^^^^^^^^^^^ unknown-action finds nothing here
    #                                   ^^^^^^^^^^^^^^^^^^^^^^^^ wildcard-matches-nothing finds nothing here
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
      `Resources:
  Readers:
    Type: AWS::IAM::ManagedPolicy
    Metadata:
      lambda-iam:
        ignore: [unknown-actoin]
               # ^^^^^^^^^^^^^^ There is no rule "unknown-actoin", so this silences nothing. Did you mean "unknown-action"?
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    # lambda-iam-ignore unknown-action The service is in a private preview.
    Action: s3:FrobnicateObject
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  scope: 'text',

  *find(analysis) {
    if (analysis.kind === 'none') return;
    for (const comment of ignoreCommentsOf(analysis)) {
      const judge = judgeBy(analysis, (finding) => concerns(comment, finding, analysis));
      for (const { id, span } of comment.ids) for (const found of judge(id)) yield { ...found, kind: 'comment', span, comment };
    }
    for (const ignored of ignoredInMetadata(analysis)) {
      const judge = judgeBy(analysis, (finding) => encloses(ignored.resource.span, finding.span));
      for (const found of judge(ignored.id)) yield { ...found, kind: 'metadata', span: ignored.node.span, ignored };
    }
  },

  diagnose: ({ kind, id, span }) => ({
    span,
    message: IDS.includes(id)
      ? `${id} finds nothing ${kind === 'comment' ? 'here' : 'in this resource'}, so there is nothing to silence. Remove it, or it hides the next mistake.`
      : `There is no rule "${id}", so this silences nothing.${didYouMean(id, IDS) || ' Remove it.'}`,
    subject: {},
  }),

  fix: (found, { tree }) => {
    const { id, meant } = found;
    const removal =
      found.kind === 'comment' ? removeFromComment(found.comment, found.span, tree) : removeFromMetadata(found.ignored, tree);
    const remove: Fix = { title: `Remove ${id}`, preferred: meant === undefined, edits: [removal] };
    if (meant === undefined) return [remove];
    const edit = found.kind === 'comment' ? { span: found.span, newText: meant } : renameInMetadata(found.ignored, meant);
    return [{ title: `Replace with ${meant}`, preferred: true, edits: [edit] }, remove];
  },
});

/** Tells of an id at a place whether it silences nothing there. What silences this rule itself is left in peace. */
function judgeBy(analysis: Analysis, isSilenced: (found: Diagnosis) => boolean) {
  const isUsed = (id: string): boolean => id === ID || findingsOf(analysis)(id).some(isSilenced);
  return (id: string): readonly Pick<Found, 'id' | 'meant'>[] => {
    if (isUsed(id)) return [];
    const near = IDS.includes(id) ? undefined : nearestName(id, IDS);
    return [{ id, meant: near !== undefined && isUsed(near) ? near : undefined }];
  };
}

/** The findings of a rule, silenced or not, worked out when they are asked for. */
const findingsOf: (analysis: Analysis) => (ruleId: string) => readonly Diagnosis[] = onceFor((analysis) => {
  const known = new Map<string, readonly Diagnosis[]>();
  return (ruleId) => {
    const findings = known.get(ruleId) ?? CONTENT_RULES.find(({ id }) => id === ruleId)?.check(analysis) ?? [];
    known.set(ruleId, findings);
    return findings;
  };
});
