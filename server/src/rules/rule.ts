import type { Analysis } from '../analysis/index.ts';
import type { Types } from '../cloudformation/index.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** When the mistake hurts. */
export type Outcome = 'deploy-fails' | 'trigger-silent' | 'access-denied' | 'too-open' | 'no-effect' | 'style';

/** What a finding is about, as far as it has it: logical ids and names (contract of `check --format json`). */
export interface Subject {
  readonly function?: string;
  readonly trigger?: string;
  readonly permission?: string;
  readonly role?: string;
  readonly policy?: string;
  readonly principal?: string;
  readonly actions?: readonly string[];
  readonly need?: string;
  readonly action?: string;
  readonly suggestion?: string;
}

/** A change that mends a finding. It always leaves a text that parses, removes the finding and adds none. */
export interface Fix {
  readonly title: string;
  /** The one that `fix` and "Fix all" apply. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** How a rule words one finding. */
export interface Diagnosis {
  readonly span: Span;
  /** What is wrong, why it matters, what to do: whole sentences. */
  readonly message: string;
  readonly subject: Subject;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** Where the single finding is milder than its rule. */
  readonly severity?: Severity;
  readonly outcome?: Outcome;
}

/** The page of a rule: shown by `lambda-iam rules ID` and `docs/rules.md`; the examples are executed as tests. */
export interface RuleDocs {
  /** One sentence. */
  readonly summary: string;
  /** Why it matters: a paragraph. */
  readonly why: string;
  /** AWS's documentation. */
  readonly url: string;
  /** The codes that other tools use for the same mistake. */
  readonly aka: readonly string[];
  /** YAML documents; a comment `# ^^^ the start of the message` under a line marks the finding in the line above. */
  readonly bad: readonly string[];
  /** YAML documents without a finding of this rule. */
  readonly good: readonly string[];
}

/**
 * What `find` is given at once: a resource with what is its own, the rest of the template only to look things up in (`policy`, if it holds a
 * policy; `permission`, if it is a Lambda permission; `grant`, if it is one of both; `resource` in any case); the whole document, for rules
 * that compare resources with each other; or the text, with what could not be read of it.
 */
export type Scope = 'policy' | 'permission' | 'grant' | 'resource' | 'document' | 'text';

/** One check. `F` is what `find` saw, so that neither the words nor the fix have to look again. */
export interface Rule<F> {
  readonly id: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly docs: RuleDocs;
  /** `policy` unless told otherwise. */
  readonly scope?: Scope;
  /** For the scope `resource`: the types that the rule has something to say about; all of them unless told otherwise. */
  readonly types?: Types;
  /** What mending all findings of the rule in a file is called; `Fix all 'id' problems in this file` unless told otherwise. */
  readonly fixAllTitle?: string;
  find(analysis: Analysis): Iterable<F>;
  diagnose(finding: F, analysis: Analysis): Diagnosis;
  fix?(finding: F, analysis: Analysis): readonly Fix[];
}

/** A finding in words, with its fixes made on demand. */
export interface Finding extends Diagnosis {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly docsUrl: string;
  readonly fixes: () => readonly Fix[];
}

/** A finding in words that knows how to make its fixes in whichever version of the document it still stands. */
export interface Judgement extends Diagnosis {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly docsUrl: string;
  readonly fixesIn: (analysis: Analysis) => readonly Fix[];
}

/** A rule with its finding type closed over: what the table of rules holds. */
export interface RuleModule {
  readonly id: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly docs: RuleDocs;
  readonly scope: Scope;
  readonly types: Types;
  readonly fixAllTitle: string;
  readonly check: (analysis: Analysis) => readonly Judgement[];
}

/** Closes over the finding type. */
export function defineRule<F>(rule: Rule<F>): RuleModule {
  const { id, severity, outcome, docs, scope = 'policy', types = ALL_TYPES, fixAllTitle = fixAllTitleOf(id) } = rule;
  const judge = (found: F, analysis: Analysis): Judgement => ({
    severity,
    outcome,
    ...rule.diagnose(found, analysis),
    ruleId: id,
    docsUrl: docs.url,
    fixesIn: (current) => rule.fix?.(found, current) ?? [],
  });
  return {
    id,
    severity,
    outcome,
    docs,
    scope,
    types,
    fixAllTitle,
    check: (analysis) => {
      const judgements: Judgement[] = [];
      for (const found of rule.find(analysis)) judgements.push(judge(found, analysis));
      return judgements;
    },
  };
}

const ALL_TYPES: Types = { has: () => true };

function fixAllTitleOf(id: string): string {
  return `Fix all '${id}' problems in this file`;
}

/** A judgement on a version of the document. */
export function toFinding({ fixesIn, ...judgement }: Judgement, analysis: Analysis): Finding {
  let fixes: readonly Fix[] | undefined;
  return {
    ...judgement,
    fixes: () => {
      fixes ??= fixesIn(analysis);
      return fixes;
    },
  };
}
