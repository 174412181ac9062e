import { defineRule } from '../rule.ts';
import { type PlacedResource, resourceSpan, resourcesOf, shown } from '../support/arnPlaces.ts';
import { isPlaceholder } from '../support/placeholders.ts';
import { policySubject } from '../support/policyWalk.ts';

/** A resource that is no ARN. */
export const resourceNotAnArn = defineRule<PlacedResource>({
  id: 'resource-not-an-arn',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A resource is neither an ARN nor "*".',
    why: 'Policies name resources by their ARNs. IAM rejects a policy with a name or a URL in the place of one.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    aka: ['INVALID_ARN_PREFIX', 'INVALID_ARN', 'invalid_resource', 'E3510'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: orders
            # ^^^^^^ orders is no ARN
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: "*"
`,
    ],
  },

  find: (analysis) => [...resourcesOf(analysis)].filter(isNoArn),

  diagnose: (placed) => ({
    span: resourceSpan(placed),
    message: `${shown(placed)} is no ARN, so the policy is rejected: a resource is an ARN, such as arn:aws:s3:::orders/*, or "*".`,
    subject: policySubject(placed.site),
    ...(isPlaceholder(shown(placed)) ? { severity: 'warning' as const } : {}),
  }),
});

/** What begins with a wildcard, a variable or a reference may yet turn out to be an ARN; API Gateway completes `execute-api:/…`. */
function isNoArn({ value: { value }, site }: PlacedResource): boolean {
  const [first] = value.parts;
  if (first?.kind !== 'text' || /^(?:[*?$]|execute-api:\/)/.test(first.text)) return false;
  const start = first.text.slice(0, 'arn:'.length);
  return site.kind !== 'trust' && !(value.parts.length > 1 ? 'arn:'.startsWith(start) : start === 'arn:');
}
