import type { LanguageId, SourceText } from '../text/sourceText.ts';

/** A text as the other floors take it. Without a language from the host, the content decides. */
export function sourceText(uri: string, text: string, version = 0, languageId?: LanguageId): SourceText {
  return { uri, languageId: languageId ?? detectLanguage(text), version, text };
}

/** How many characters are looked at: enough to see in which style a text is written. */
const LOOK_AT = 20_000;

/**
 * YAML or JSON? A text that starts with a bracket is JSON, unless it shows YAML's flow style: unquoted or single-quoted
 * keys, tags, aliases, or comments with `#`. JSON with comments is JSON.
 */
export function detectLanguage(text: string): LanguageId {
  const start = /^\uFEFF?(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0;
  const first = text.charAt(start);
  if (first !== '{' && first !== '[') return 'yaml';
  const outsideStrings = text
    .slice(start + 1, start + LOOK_AT)
    .replace(/"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '""');
  const isYaml = /^\s*[^\s"{}[\]\d/-]/.test(outsideStrings)
    ? !/^\s*(?:true|false|null)\b/.test(outsideStrings)
    : /(?:^|[\s,:[{])(?:#|[!&*'][^\s,])/.test(outsideStrings);
  return isYaml ? 'yaml' : 'json';
}
