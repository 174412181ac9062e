/** Writes the names of AWS's managed policies, one line each: path and name, as in their ARNs after `policy/`. */
import { byCode, readText } from './readPackages.mjs';

export const writeManagedPolicyNames = () => {
  const text = readText('iam-floyd', 'lib', 'generated', 'aws-managed-policies', 'iam-floyd.js');
  const names = [...text.matchAll(/\nAwsManagedPolicy\.\w+ = '([^']+)';/g)].map(([, name]) => name).sort(byCode);
  return { text: `${names.join('\n')}\n`, counts: { policies: names.length } };
};
