import { type ActionPlace, type Analysis, actionPlacesOf, type Knowledge } from '../../analysis/index.ts';
import type { Span } from '../../text/span.ts';

/** An action as written, which has a page of AWS. */
export interface ActionLink {
  readonly action: string;
  readonly span: Span;
}

/** Where a link leads. */
export interface LinkTarget {
  readonly url: string;
  /** What is to be found there. */
  readonly tooltip: string;
}

/** The actions of a document that lead somewhere. */
export function actionLinksOf(analysis: Analysis): readonly ActionLink[] {
  const { iam } = analysis.knowledge;
  const leads = ({ text }: ActionPlace): boolean =>
    iam.hasAction(text) || /[*?]/.test(text) ? iam.service(serviceOf(text)) !== undefined : iam.operation(text) !== undefined;
  return actionPlacesOf(analysis)
    .filter(leads)
    .map(({ text, span }) => ({ action: text, span }));
}

/** The page of an action's service in the Service Authorization Reference; for the name of an API operation, that of its API. */
export function actionLinkTarget(action: string, { iam }: Knowledge): LinkTarget | undefined {
  const service = iam.service(serviceOf(action));
  if (service && (iam.hasAction(action) || /[*?]/.test(action)))
    return { url: service.docsUrl, tooltip: `Actions of ${service.title}` };
  const [meant] = iam.operation(action)?.actions ?? [];
  const url = meant && iam.action(meant)?.docsUrl;
  return url === undefined ? undefined : { url, tooltip: `The API operation behind ${meant}` };
}

function serviceOf(action: string): string {
  return action.slice(0, Math.max(0, action.indexOf(':')));
}
