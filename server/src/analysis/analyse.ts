import { toTemplate } from '../cloudformation/index.ts';
import { NO_PERMISSION_INDEX, NO_PERMISSIONS } from '../lambda/index.ts';
import { policySitesOfFile } from '../policies/index.ts';
import { parse } from '../syntax/index.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Analysis, Knowledge } from './analysis.ts';
import { viewOfTemplate } from './views.ts';

/**
 * Reads a document. What rules and features ask for is worked out when they do.
 *
 * @param previous the analysis of an earlier version of the same document: what did not change is taken from it
 */
export function analyse(source: SourceText, knowledge: Knowledge, previous?: Analysis): Analysis {
  const { value: tree, problems } = parse(source, previous?.tree);
  const template = toTemplate(tree, previous?.template);
  if (template) return viewOfTemplate(template, knowledge, problems);
  const policies = policySitesOfFile(tree);
  const kind = policies.length > 0 ? 'policy' : 'none';
  return {
    source,
    tree,
    problems,
    kind,
    template,
    resources: [],
    policies,
    permissions: NO_PERMISSIONS,
    whole: NO_PERMISSION_INDEX,
    knowledge,
  };
}
