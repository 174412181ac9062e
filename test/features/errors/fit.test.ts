import { expect, test } from 'vitest';
import { arnOf, canonical } from '../../../server/src/cloudformation/index.ts';
import { fitOf } from '../../../server/src/features/errors/find/fit.ts';
import { ofHole } from '../../../server/src/symbolic/index.ts';
import { analysed, dedent } from '../../harness/index.ts';

const { template } = analysed(
  dedent(`
    Parameters:
      Stage: { Type: String }
      Kind: { Type: String, AllowedValues: [blue, green] }
      Name: { Type: String }
    Resources:
      Made: { Type: AWS::SQS::Queue }
      Fifo: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true } }
      Plain: { Type: AWS::SQS::Queue, Properties: { QueueName: jobs } }
      Staged: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub '\${Stage}-jobs' } }
      Stacked: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub '\${AWS::StackName}-mail' } }
      Open: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Name } }
      Chosen: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Kind } }
      Uploads: { Type: AWS::S3::Bucket }
      Orders: { Type: AWS::DynamoDB::Table }
      Key: { Type: AWS::KMS::Key }
      Secret: { Type: AWS::SecretsManager::Secret }
      Logs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !Sub '/aws/lambda/\${Worker}' } }
      Worker: { Type: AWS::Lambda::Function }
      HelloHitCounterHitCountHandlerServiceRole1F2E3D4C: { Type: AWS::IAM::Role }
  `),
);

function fit(logicalId: string, actual: string): string | undefined {
  const resource = template?.resources.get(logicalId);
  const arn = template && resource && arnOf(resource, template);
  const name = template && canonical(ofHole({ kind: 'attribute', logicalId, attribute: undefined }), template);
  const value = actual.startsWith('arn:') ? arn : name;
  const found = value && fitOf(value, actual);
  return found && `${found.sureness}${found.rest}`;
}

const queue = (name: string): string => `arn:aws:sqs:eu-west-1:123456789012:${name}`;

test.each([
  ['Made', queue('shop-Made-1ABC'), 'fits'],
  ['Made', queue('shop-prod-Made-AbCdEfGhIjKl'), 'fits'],
  ['Made', queue('shop-NotMade-AbCdEfGhIjKl'), undefined],
  ['Made', queue('shop-Made'), undefined],
  ['Made', 'arn:aws:sns:eu-west-1:123456789012:shop-Made-1ABC', undefined],
  ['Fifo', queue('shop-Fifo-1ABC2DEF3GHI.fifo'), 'fits'],
  ['Plain', queue('jobs'), 'named'],
  ['Plain', queue('jobs-2'), undefined],
  ['Plain', 'arn:aws-cn:sqs:cn-north-1:123456789012:jobs', 'named'],
  ['Staged', queue('prod-jobs'), 'fits'],
  ['Staged', queue('prod-mail'), undefined],
  ['Stacked', queue('shop-mail'), 'fits'],
  ['Open', queue('anything'), 'perhaps'],
  ['Chosen', queue('green'), 'named'],
  ['Chosen', queue('red'), undefined],
  ['Uploads', 'arn:aws:s3:::shop-uploads-1abc2def3ghi', 'fits'],
  ['Uploads', 'arn:aws:s3:::shop-uploads-1abc2def3ghi/in/a.csv', 'fits/in/a.csv'],
  ['Uploads', 'arn:aws:s3:::other', undefined],
  ['Orders', 'arn:aws:dynamodb:eu-west-1:123456789012:table/shop-Orders-ABC123DEF456/index/byDate', 'fits/index/byDate'],
  ['Key', 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab', 'perhaps'],
  ['Secret', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:Secret-a1B2c3D4e5F6-AbCdEf', 'fits'],
  [
    'Logs',
    'arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/shop-Worker-ABC123DEF456:log-stream:x',
    'fits:log-stream:x',
  ],
  ['Worker', 'shop-Worker-ABC123DEF456', 'fits'],
  ['Worker', 'shop-WorkerTwo-ABC123DEF456', undefined],
  ['HelloHitCounterHitCountHandlerServiceRole1F2E3D4C', 'Shop-HelloHitCounterHitCountHandlerSer-23HOGWYX5KWR', 'fits'],
])('%s may be %s: %s', (logicalId, actual, wanted) => {
  expect(fit(logicalId, actual)).toBe(wanted);
});

test('long names are compared in time', () => {
  const start = performance.now();
  for (const logicalId of template?.resources.keys() ?? []) fit(logicalId, queue(`${'a-'.repeat(250)}`));
  expect(performance.now() - start).toBeLessThan(1000);
});
