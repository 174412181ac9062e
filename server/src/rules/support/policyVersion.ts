import type { PolicySite } from '../../policies/index.ts';
import type { Entry } from '../../syntax/index.ts';
import { presentElement } from './policyElements.ts';
import { variablesIn } from './policyVariables.ts';

/** The version of the policy language to write. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const CURRENT_VERSION = '2012-10-17';

/** The version before policy variables. */
export const OLD_VERSION = '2008-10-17';

/** The `Version` of a policy, where it is written out. */
export function versionEntry({ document: { node } }: PolicySite): Entry | undefined {
  return presentElement(node, 'Version');
}

/** Whether a policy has policy variables where IAM fills them in. */
export function usesVariables({ document }: PolicySite): boolean {
  return document.statements.some(({ resources, conditions }) =>
    [...(resources?.values ?? []), ...conditions.flatMap((test) => test.values)].some(
      ({ value }) => variablesIn(value).length > 0,
    ),
  );
}
