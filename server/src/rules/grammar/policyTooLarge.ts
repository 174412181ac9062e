import type { PolicySite } from '../../policies/index.ts';
import { defineRule } from '../rule.ts';
import { headSpan } from '../support/policyElements.ts';
import { leastSize, type SizeLimit, sizeLimitOf } from '../support/policySize.ts';
import { policySubject, sitesOf } from '../support/policyWalk.ts';
import { managedPolicy } from '../support/samples.ts';

interface Found {
  readonly site: PolicySite;
  readonly size: number;
  readonly limit: SizeLimit;
}

/** A policy with more characters than AWS stores. */
export const policyTooLarge = defineRule<Found>({
  id: 'policy-too-large',
  severity: 'warning',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A policy is longer than AWS allows.',
    why:
      'Policies have a greatest length, counted without white space: 6,144 characters for a managed policy, 10,240 for all inline policies of ' +
      'a role together, 2,048 for a trust policy. Deployment fails beyond it. What only deployment knows is not counted here, so the ' +
      'real policy is longer still.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
    aka: [
      'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
      'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
      'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
      'POLICY_SIZE_EXCEEDS_SCP_QUOTA',
      'E3510',
      'policy_size',
    ],
    bad: [
      `Resources:
  Reading:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
#       ^^^^^^^ A managed policy may have 6,144 characters
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: [${Array.from({ length: 240 }, (_, i) => `"arn:aws:s3:::orders/${i}/*"`).join(', ')}]
`,
    ],
    good: [
      managedPolicy(`
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
      `),
    ],
  },

  *find(analysis) {
    const sums = new Map<string, number>();
    for (const site of sitesOf(analysis)) {
      const limit = sizeLimitOf(site);
      if (!limit) continue;
      const own = leastSize(site.document.node, analysis.template);
      const others = limit.together ? (sums.get(groupOf(site)) ?? 0) : 0;
      if (isCertain(site)) sums.set(groupOf(site), others + own);
      // Said once, where the limit is passed.
      if (others <= limit.most && others + own > limit.most) yield { site, size: others + own, limit };
    }
  },

  diagnose: ({ site, size, limit }) => ({
    span: headSpan(site.document.node),
    message:
      `${limit.what} may have ${figure(limit.most)} characters without white space, and this is ${figure(size)} at least, so AWS refuses it. ` +
      'Use wildcards, or spread the statements over several managed policies.',
    subject: policySubject(site),
    // Nothing tells of a policy file what becomes of it; AWS’s own managed policies may be longer.
    severity: site.owner ? 'warning' : 'information',
  }),
});

function groupOf({ owner, kind }: PolicySite): string {
  return `${owner?.logicalId} ${kind}`;
}

/** Whether the policy exists wherever its resource does. */
function isCertain({ guard, owner }: PolicySite): boolean {
  return guard.length === (owner?.condition === undefined ? 0 : 1);
}

function figure(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
