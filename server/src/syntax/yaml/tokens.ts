import type { CST } from 'yaml';
import type { SyntaxProblem } from '../../text/sourceText.ts';
import { MAX_DEPTH, tooDeep } from '../tree/depth.ts';

interface TagToken {
  readonly offset: number;
  readonly source: string;
}

/** What a walk over the library's tokens finds that its nodes do not tell. */
export interface TokenSurvey {
  /** In the order of the text. */
  readonly tags: readonly TagToken[];
  readonly aliases: boolean;
  readonly problems: readonly SyntaxProblem[];
}

interface Found {
  readonly tags: TagToken[];
  readonly problems: SyntaxProblem[];
  aliases: boolean;
}

/**
 * Walks the tokens without recursion, and cuts off what is nested too deeply before anything recursive meets it.
 * The only place that changes tokens: they are not seen by anybody else yet.
 */
export function surveyTokens(tokens: readonly CST.Token[]): TokenSurvey {
  const found: Found = { tags: [], problems: [], aliases: false };
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (token.type === 'alias') found.aliases = true;
    if (token.type === 'document') {
      noteProperties(found, token.start);
      if (token.value) open.push({ token: token.value, depth: 1 });
    }
    if ('items' in token) {
      const children = token.items.flatMap((item) => childrenOf(found, item));
      if (depth < MAX_DEPTH) for (const child of children) open.push({ token: child, depth: depth + 1 });
      else if (children.some((child) => 'items' in child)) cutOff(found, token);
    }
  }
  found.tags.sort((a, b) => a.offset - b.offset);
  return found;
}

function childrenOf(found: Found, item: CST.CollectionItem): readonly CST.Token[] {
  noteProperties(found, item.start);
  noteProperties(found, item.sep ?? []);
  return [item.key, item.value].filter((token) => token !== null && token !== undefined);
}

function noteProperties(found: Found, tokens: readonly CST.SourceToken[]): void {
  for (const { type, offset, source } of tokens) {
    if (type === 'tag') found.tags.push({ offset, source });
  }
}

function cutOff(found: Found, token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection): void {
  if (found.problems.length === 0) found.problems.push(tooDeep(token.offset));
  token.items.length = 0;
}
