import type { DocumentLink } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { actionLinksOf, actionLinkTarget } from '../features/index.ts';
import { type LinkData, linkDataOf } from './documentLinkData.ts';
import { toRange } from './toProtocol.ts';

/** The links of a document, without where they lead. */
export function documentLinks(analysis: Analysis): DocumentLink[] {
  const { tree, source } = analysis;
  return actionLinksOf(analysis).map(({ action, span }) => {
    const data: LinkData = { uri: source.uri, action };
    return { range: toRange(span, tree), data };
  });
}

/** Adds the page to a link that is about to be followed. */
export function resolveDocumentLink({ knowledge }: Analysis, link: DocumentLink): DocumentLink {
  const data = linkDataOf(link);
  const target = data && actionLinkTarget(data.action, knowledge);
  return target ? { ...link, target: target.url, tooltip: target.tooltip } : link;
}
