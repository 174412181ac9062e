/** Where the repository of this product is. */
export const HOME = 'https://github.com/lambda-iam/lambda-iam';

/** The page of a rule, which `npm run docs` writes. */
export function pageOf(ruleId: string): string {
  return `${HOME}/blob/main/docs/rules/${ruleId}.md`;
}
