import type { Analysis } from '../../analysis/index.ts';
import { type Resource, referencesIn, type Template } from '../../cloudformation/index.ts';
import { documentFact, fact } from '../../incremental/facts.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { replaceValue, sub } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { arnsOf, fieldIn, fieldSpan, fieldText, type PlacedArn, replaceFieldFix } from '../support/arnPlaces.ts';
import { policySubject } from '../support/policyWalk.ts';
import { isSub } from '../support/texts.ts';

/** One partition written out among others that are not. */
export const hardCodedPartition = defineRule<PlacedArn>({
  id: 'hard-coded-partition',
  severity: 'hint',
  outcome: 'style',
  docs: {
    summary: 'An ARN names its partition in a template that elsewhere takes the deployment’s.',
    why:
      'A template with ${AWS::Partition} can be deployed to AWS China and GovCloud. One ARN with aws written out breaks ' +
      'that.',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html',
    aka: ['I3042'],
    bad: [
      `Resources:
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: read
      Roles: [worker]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource:
              - !Sub arn:\${AWS::Partition}:s3:::orders/*
              - arn:aws:s3:::returns/*
                  # ^^^ This template takes the partition
`,
    ],
    good: [
      `Resources:
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: read
      Roles: [worker]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: !Sub arn:\${AWS::Partition}:s3:::orders/*
`,
    ],
  },

  find: (analysis) => {
    const written = [...arnsOf(analysis)].filter(({ arn }) => fieldText(arn.partition) === 'aws');
    return written.length > 0 && analysis.template && namesPartition(analysis.template) ? written : [];
  },

  diagnose: (placed) => ({
    span: fieldSpan(placed, 'partition'),
    message:
      'This template takes the partition from the deployment elsewhere, so it is meant for more than one. Write ${AWS::Partition} here as well, in Fn::Sub.',
    subject: policySubject(placed.site),
  }),

  fix: takePartition,
});

const namesPartition = documentFact((template: Template): boolean => {
  if ([...template.resources.values()].some((resource) => isNamedIn(template, resource))) return true;
  const { root } = template.tree;
  const sections = root?.kind === 'mapping' ? root.entries : [];
  return sections.some(({ value }) => value !== template.resourcesNode && isPartitionIn(value));
});

const isNamedIn = fact((_: Template, { node }: Resource) => isPartitionIn(node));

function isPartitionIn(node: SyntaxNode | undefined): boolean {
  return [...referencesIn(node)].some(({ name }) => name === 'AWS::Partition');
}

function takePartition({ value: { node } }: PlacedArn, { tree }: Analysis): readonly Fix[] {
  const field = fieldIn(node, 'partition');
  if (!field) return [];
  const title = 'Take the partition from the deployment';
  if (isSub(node)) return [replaceFieldFix(field, PARTITION, title)];
  const text = field.scalar.text.replaceAll('${', '${!');
  const whole = text.replace('arn:aws:', () => `arn:${PARTITION}:`);
  return [{ title, preferred: true, edits: [replaceValue(tree, node, sub(whole))] }];
}

const PARTITION = '${AWS::Partition}';
