import { didYouMean } from '../text/didYouMean.ts';
import { COMMANDS } from './options.ts';
import { UsageError } from './usageError.ts';

const COMMON = `
  --format FORMAT    pretty (default), json; check also: sarif, github; explain also: mermaid, dot (a drawing of each template)
  --config FILE      configuration for all files, instead of the .lambda-iam.json nearest above each
  --color WHEN       auto (default), always, never
`;

const PATHS = `
A PATH is a file, a folder, or a pattern such as 'stacks/**/*.yaml'. Folders are searched for templates and policies, which
are recognised by their content; what .gitignore leaves out is left out.
`;

const PAGES: Readonly<Record<(typeof COMMANDS)[number], string>> = {
  check: `Checks the Lambda permissions in SAM and CloudFormation templates and in IAM policies.

Usage: lambda-iam check [PATH]...      the current folder by default; - reads from standard input

  --fail-on LEVEL    error (default), warning, information, hint: findings from this level up give exit code 1
  --profile NAME     recommended, strict, security: how severe all rules are, instead of what the configuration says
${COMMON}${PATHS}
Exit codes: 0 nothing found at that level, 1 something found, 2 wrong usage or a file that cannot be read
`,
  explain: `Tells who may invoke each function, what each function may do, what is missing, and why.

Usage: lambda-iam explain PATH...

  --function ID      only the function with this logical id
  --can "FUNCTION ACTION [RESOURCE]"
                     instead: whether the function may do this, and what decides it; exit code 0 for a yes, 1 for anything else.
                     RESOURCE is a logical id, with what follows in the ARN (Bucket/uploads/*), or an ARN
  --who FUNCTION     instead: who can invoke the function
  --error TEXT       instead: what this error of AWS means for the files, and the changes that mend it; - reads it from standard input
${COMMON}${PATHS}`,
  fix: `Applies the preferred fix of every finding that has a safe one, and writes the files.

Usage: lambda-iam fix PATH...

  --rule ID          only the findings of this rule; may be repeated
  --dry-run          show the changes and write nothing
${COMMON}${PATHS}`,
  rules: `Lists the rules, or shows the page of one.

Usage: lambda-iam rules [ID|NAME]      NAME is another tool's name for the same check
${COMMON}`,
};

const OVERVIEW = `Lambda IAM: Lambda permissions in SAM and CloudFormation templates and in IAM policies, checked, explained and fixed.

Usage: lambda-iam COMMAND

  check [PATH]...      find mistakes
  explain PATH...      who may invoke each function, what each may do, what is missing, and why
  fix PATH...          apply the preferred fix of every finding that has a safe one
  rules [ID|NAME]      the rule catalogue, or one rule's page
${COMMON}  --help, -h         this text; "lambda-iam COMMAND --help" for a command
  --version, -v      the version

Exit codes: 0 fine, 1 check found something, 2 wrong usage or a file that cannot be read
`;

/** The help text of a command, or the overview. @throws UsageError */
export function helpText(topic: string | undefined): string {
  if (topic === undefined) return OVERVIEW;
  const command = COMMANDS.find((each) => each === topic);
  if (command === undefined) throw new UsageError(`There is no command "${topic}".${didYouMean(topic, COMMANDS)}`);
  return PAGES[command];
}
