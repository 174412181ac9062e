import { toTemplate } from '../cloudformation/index.ts';
import { NO_PERMISSIONS, permissionGraphOf } from '../lambda/index.ts';
import { policySitesOf, policySitesOfFile } from '../policies/index.ts';
import { parse } from '../syntax/index.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Analysis, Knowledge } from './analysis.ts';

/**
 * Reads a document and works out everything that rules and features ask for.
 *
 * @param previous the analysis of an earlier version of the same document: what did not change is taken from it
 */
export function analyse(source: SourceText, knowledge: Knowledge, previous?: Analysis): Analysis {
  const { value: tree, problems } = parse(source, previous?.tree);
  const template = toTemplate(tree, previous?.template);
  const document = { source, tree, problems, template, knowledge };
  if (template) {
    const kind = template.usesSam ? 'sam' : 'cloudformation';
    return { ...document, kind, policies: policySitesOf(template), permissions: permissionGraphOf(template, knowledge) };
  }
  const policies = policySitesOfFile(tree);
  return { ...document, kind: policies.length > 0 ? 'policy' : 'none', policies, permissions: NO_PERMISSIONS };
}
