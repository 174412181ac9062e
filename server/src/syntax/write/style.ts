import type { SyntaxTree } from '../node.ts';
import { surveyTree } from './survey.ts';
import { most } from './tallies.ts';

/** What is seen of a file at a glance. */
export interface Form {
  readonly newline: '\n' | '\r\n';
  /** The whole document is JSON, or YAML that is written as JSON is. */
  readonly isJson: boolean;
  /** All of it on one line. */
  readonly isOneLine: boolean;
}

/** How a file is written, as far as an edit has to know. Takes all of the file to find out. */
export interface Style extends Form {
  /** Columns from a block mapping to one inside it. */
  readonly step: number;
  /** What one level of brackets over several lines is indented by. */
  readonly unit: string;
  /** Columns from a key to the dashes of its list. */
  readonly dashIndent: number;
  /** Spaces behind a dash. */
  readonly dashGap: number;
  readonly quote: 'single' | 'double';
  readonly keyQuote: 'plain' | 'single' | 'double';
  /** `!Sub` or `Fn::Sub`. */
  readonly calls: 'short' | 'long';
  /** `!GetAtt Queue.Arn` or `!GetAtt [Queue, Arn]`, for each way to call. */
  readonly getAtt: Readonly<Record<'short' | 'long', 'dotted' | 'list'>>;
  /** In YAML blocks, whether lists of scalars and lists that intrinsic functions take are written with brackets. */
  readonly flowLists: boolean;
  readonly flowArguments: boolean;
  /** In brackets over several lines, whether short objects and lists stay on a line. */
  readonly inline: (kind: 'mapping' | 'sequence', size: number) => boolean;
  readonly colon: string;
  readonly comma: string;
  /** Inside braces and brackets on one line. */
  readonly bracePadding: string;
  readonly bracketPadding: string;
}

/** How wide something on one line may be where the file does not settle it. */
export const WIDTH = 100;

const forms = new WeakMap<SyntaxTree, Form>();
const styles = new WeakMap<SyntaxTree, Style>();

/** The form of a file; worked out once for each tree, when first asked for. */
export function formOf(tree: SyntaxTree): Form {
  const form = forms.get(tree) ?? look(tree);
  forms.set(tree, form);
  return form;
}

/** The style of a file; worked out once for each tree, when first asked for. */
export function styleOf(tree: SyntaxTree): Style {
  const style = styles.get(tree) ?? detect(tree);
  styles.set(tree, style);
  return style;
}

/** The style of a new file. */
export function usualStyle(language: 'yaml' | 'json'): Style {
  const source = { uri: '', languageId: language, version: 0, text: '' };
  return detect({ source, root: undefined });
}

function look({ root, source: { text, languageId } }: SyntaxTree): Form {
  const isFlow = root !== undefined && root.kind !== 'scalar' && root.flow;
  const hasMembers = isFlow && (root.kind === 'sequence' ? root.items : root.entries).length > 0;
  // Keys in double quotes are JSON's.
  const isJson = languageId === 'json' || (isFlow && (root.kind === 'sequence' || root.entries[0]?.key.style === 'double'));
  return { newline: newlineOf(text), isJson, isOneLine: isJson && hasMembers && !text.trim().includes('\n') };
}

/** That of most lines. */
function newlineOf(text: string): '\n' | '\r\n' {
  if (!text.includes('\r\n')) return '\n';
  return (text.split('\r\n').length - 1) * 2 >= text.split('\n').length - 1 ? '\r\n' : '\n';
}

function detect(tree: SyntaxTree): Style {
  const form = formOf(tree);
  const survey = surveyTree(tree);
  const colon = most(survey.colons, ': ');
  const spaces = form.isJson ? '' : ' ';
  return {
    ...form,
    step: most(survey.steps, 2),
    unit: most(survey.units, '  '),
    dashIndent: most(survey.dashIndents, 2),
    dashGap: most(survey.dashGaps, 1),
    quote: most(survey.quotes, 'single'),
    keyQuote: most(survey.keyQuotes, 'plain'),
    calls: most(survey.calls, 'short'),
    getAtt: { short: most(survey.shortGetAtt, 'dotted'), long: most(survey.longGetAtt, 'list') },
    flowLists: most(survey.lists, 'block') === 'flow',
    flowArguments: most(survey.arguments, 'flow') === 'flow',
    inline: (kind, size) => most(survey.inline[size < 2 ? (`single ${kind}` as const) : kind], most(survey.inline.any, false)),
    colon,
    comma: most(survey.commas, colon.endsWith(' ') ? ', ' : ','),
    bracePadding: most(survey.bracePaddings, spaces),
    bracketPadding: most(survey.bracketPaddings, ''),
  };
}
