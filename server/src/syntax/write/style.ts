import type { SyntaxTree } from '../node.ts';
import { surveyTree } from './survey.ts';
import { most } from './tallies.ts';

/** How a file is written, as far as an edit has to know. */
export interface Style {
  readonly newline: '\n' | '\r\n';
  /** The whole document is JSON, or YAML that is written as JSON is. */
  readonly isJson: boolean;
  /** All of it on one line. */
  readonly isOneLine: boolean;
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

const styles = new WeakMap<SyntaxTree, Style>();

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

function detect(tree: SyntaxTree): Style {
  const { text, languageId } = tree.source;
  const survey = surveyTree(tree);
  const isJson = languageId === 'json' || survey.isJsonLike;
  const crlf = text.split('\r\n').length - 1;
  const colon = most(survey.colons, ': ');
  const spaces = isJson ? '' : ' ';
  return {
    newline: crlf > 0 && crlf * 2 >= text.split('\n').length - 1 ? '\r\n' : '\n',
    isJson,
    isOneLine: isJson && survey.hasMembers && !text.trim().includes('\n'),
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
