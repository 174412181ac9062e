/** Writes the names of AWS's managed policies, one line each: `path and name TAB description`, as in their ARNs after `policy/`. */
import { asciiLine, byCode, readText } from './readPackages.mjs';

export const writeManagedPolicyNames = () => {
  const text = readText('iam-floyd', 'lib', 'generated', 'aws-managed-policies', 'iam-floyd.js');
  const rows = [...text.matchAll(/\/\*\* (.*) \*\/\nAwsManagedPolicy\.\w+ = '([^']+)';/g)].map(([, description, name]) => [
    name,
    description,
  ]);
  const lines = rows.sort(([a], [b]) => byCode(a, b)).map(([name, description]) => `${name}\t${asciiLine(description)}`);
  return { text: `${lines.join('\n')}\n`, counts: { policies: lines.length } };
};
