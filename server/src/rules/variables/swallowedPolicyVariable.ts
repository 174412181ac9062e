import type { PolicySite } from '../../policies/index.ts';
import type { ScalarNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { policySubject, sitesOf } from '../support/policyWalk.ts';
import { managedPolicy } from '../support/samples.ts';
import { type Substituted, substitutedTexts, substitutionAround, textsIn } from '../support/variablePlaces.ts';

interface Found {
  readonly site: PolicySite;
  readonly scalar: ScalarNode;
  /** Where `${…}` begins in the scalar's text, and what it holds. */
  readonly at: number;
  readonly name: string;
  /** The pseudo parameter that was meant instead. */
  readonly pseudo: string | undefined;
}

/** A policy variable that `Fn::Sub` takes for a reference of the template. */
export const swallowedPolicyVariable = defineRule<Found>({
  id: 'swallowed-policy-variable',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'Fn::Sub takes a policy variable for a reference of the template.',
    why:
      'Fn::Sub fills in every ${…} of its text, and fails to deploy when the template has nothing of that name. A policy variable, which IAM ' +
      'is to fill in at each request, has to be written ${!…}: Fn::Sub then leaves it alone and takes the ! away.',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
    aka: ['E1019'],
    bad: [
      managedPolicy(`
      - Effect: Allow
        Action: s3:GetObject
        Resource: !Sub arn:\${AWS::Partition}:s3:::orders/\${aws:username}/*
        #                                                ^^^^^^^^^^^^^^^ Fn::Sub takes \${aws:username} for a reference
      `),
    ],
    good: [
      managedPolicy(`
      - Effect: Allow
        Action: s3:GetObject
        Resource: !Sub arn:\${AWS::Partition}:s3:::orders/\${!aws:username}/*
      `),
    ],
  },

  *find(analysis) {
    if (!analysis.template) return;
    for (const site of sitesOf(analysis)) {
      for (const text of substitutedIn(site)) for (const found of swallowedIn(text)) yield { site, ...found };
    }
  },

  diagnose: ({ site, scalar, at, name, pseudo }) => ({
    span: scalar.spanOf(at, at + name.length + 3),
    message:
      pseudo === undefined
        ? `Fn::Sub takes \${${name}} for a reference of the template, which has none of that name, so deployment fails. Write \${!${name}}, which it leaves to IAM.`
        : `Fn::Sub finds nothing named ${name} in the template, so deployment fails. Did you mean \${${pseudo}}?`,
    subject: { ...policySubject(site), suggestion: right(name, pseudo) },
  }),

  fix: ({ scalar, at, name, pseudo }) => [
    {
      title: `Replace with ${right(name, pseudo)}`,
      preferred: true,
      edits: [replaceText(scalar, at, at + name.length + 3, right(name, pseudo))],
    },
  ],
});

/** The texts of a policy that `Fn::Sub` substitutes in: its own calls, or all where the policy is JSON in such a call. */
function* substitutedIn({ document: { node } }: PolicySite): Generator<Substituted> {
  const around = substitutionAround(node);
  if (around) for (const scalar of textsIn(node)) yield { scalar, names: around.names };
  else yield* substitutedTexts(node);
}

/** A name with one colon: references of a template have none, pseudo parameters two. */
const SWALLOWED = /\$\{([A-Za-z][^{}!:]*:[^{}:][^{}]*)\}/g;

function swallowedIn({ scalar, names }: Substituted): readonly Omit<Found, 'site'>[] {
  return Array.from(scalar.text.matchAll(SWALLOWED), ({ 1: name = '', index: at }) => ({
    scalar,
    at,
    name,
    pseudo: PSEUDO_PARAMETERS.find((pseudo) => pseudo.replace('::', ':').toLowerCase() === name.trim().toLowerCase()),
  })).filter(({ name }) => !names.has(name.trim()));
}

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html */
const PSEUDO_PARAMETERS = ['AccountId', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map((name) => `AWS::${name}`);

function right(name: string, pseudo: string | undefined): string {
  return pseudo === undefined ? `\${!${name.trim()}}` : `\${${pseudo}}`;
}
