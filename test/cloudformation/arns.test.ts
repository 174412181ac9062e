import { expect, test } from 'vitest';
import { arnOf, arnReference, canonical, evaluate, toTemplate } from '../../server/src/cloudformation/index.ts';
import { display } from '../../server/src/symbolic/index.ts';
import { child, parse, sourceText } from '../../server/src/syntax/index.ts';
import { jsonTwin } from '../harness/index.ts';

/** The ARN of each resource in canonical form, and the reference to it. */
function arns(yaml: string): Readonly<Record<string, readonly [string | undefined, string]>> {
  const [inYaml, inJson] = [yaml, jsonTwin(yaml)].map((text) => {
    const template = toTemplate(parse(sourceText('template', text)).value);
    if (!template) throw new Error('The fixture is no template.');
    const resources = [...template.resources.values()];
    return Object.fromEntries(
      resources.map((resource) => {
        const arn = arnOf(resource, template);
        return [resource.logicalId, [arn && display(arn), display(arnReference(resource))] as const];
      }),
    );
  });
  expect(inJson).toEqual(inYaml);
  return inYaml ?? {};
}

test('a role’s ARN holds its path', () => {
  const found = arns(`Parameters: { Given: { Type: String } }
Resources:
  Plain: { Type: AWS::IAM::Role }
  Service: { Type: AWS::IAM::Role, Properties: { Path: /service/, RoleName: worker } }
  Chosen: { Type: AWS::IAM::Role, Properties: { Path: !Ref Given } }
`);
  expect(found).toEqual({
    Plain: ['arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Plain}', '${Plain.Arn}'],
    Service: ['arn:${AWS::Partition}:iam::${AWS::AccountId}:role/service/worker', '${Service.Arn}'],
    Chosen: ['arn:${AWS::Partition}:iam::${AWS::AccountId}:role${Given}${Chosen}', '${Chosen.Arn}'],
  });
});

test('file systems, brokers and clusters', () => {
  const found = arns(`Resources:
  Files: { Type: AWS::EFS::FileSystem }
  Access: { Type: AWS::EFS::AccessPoint, Properties: { FileSystemId: !Ref Files } }
  Broker: { Type: AWS::AmazonMQ::Broker, Properties: { BrokerName: jobs } }
  Cluster: { Type: AWS::DocDB::DBCluster }
`);
  const start = (service: string): string => `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:`;
  expect(found).toEqual({
    Files: [`${start('elasticfilesystem')}file-system/\${Files}`, '${Files.Arn}'],
    Access: [`${start('elasticfilesystem')}access-point/\${Access}`, '${Access.Arn}'],
    Broker: [`${start('mq')}broker:jobs:\${Broker}`, '${Broker.Arn}'],
    Cluster: [`${start('rds')}cluster:\${Cluster}`, `${start('rds')}cluster:\${Cluster}`],
  });
});

test('two spellings of a broker’s ARN are the same', () => {
  const template = toTemplate(
    parse(
      sourceText(
        'template',
        `Resources:
  Broker: { Type: AWS::AmazonMQ::Broker, Properties: { BrokerName: jobs } }
Outputs:
  One: !GetAtt Broker.Arn
  Two: !Sub arn:\${AWS::Partition}:mq:\${AWS::Region}:\${AWS::AccountId}:broker:jobs:\${Broker}
`,
      ),
    ).value,
  );
  const spellings = ['One', 'Two'].map((name) => {
    const node = child(child(template?.tree.root, 'Outputs'), name);
    return node && template && display(canonical(evaluate(node, { template }), template));
  });
  expect(spellings[0]).toBe(spellings[1]);
});
