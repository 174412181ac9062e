import type { LanguageId, SourceText } from '../text/sourceText.ts';

/** A text as the other floors take it. Without a language from the host, the content decides. */
export function sourceText(uri: string, text: string, version = 0, languageId?: LanguageId): SourceText {
  return { uri, languageId: languageId ?? detectLanguage(text), version, text };
}

/**
 * YAML or JSON? A text that starts with a bracket is JSON, unless it shows YAML's flow style: unquoted or single-quoted
 * keys, tags, aliases, or comments with `#`. JSON with comments is JSON.
 */
export function detectLanguage(text: string): LanguageId {
  const start = LEADING.exec(text)?.[0].length ?? 0;
  const first = text.charAt(start);
  if (first !== '{' && first !== '[') return 'yaml';
  const rest = text.slice(start + 1, start + LOOK_AT).replace(STRING_OR_COMMENT, '""');
  return STARTS_UNQUOTED.test(rest) || ONLY_IN_YAML.test(rest) ? 'yaml' : 'json';
}

/** How many characters are looked at: enough to see in which style a text is written. */
const LOOK_AT = 20_000;

/** Blanks and comments before the first bracket. */
const LEADING = /^\uFEFF?(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/;
const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const STARTS_UNQUOTED = /^\s*(?!(?:true|false|null)\b)[^\s"{}[\]\d/-]/;

/** A comment with `#`, or a tag, an anchor, an alias or a single quote where a value starts. */
const ONLY_IN_YAML = /(?:^|[\s,:[{])(?:#|[!&*'][^\s,])/;
