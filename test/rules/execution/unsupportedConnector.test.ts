import { test } from 'vitest';
import { unsupportedConnector } from '../../../server/src/rules/execution/unsupportedConnector.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

function connected(source: string, destination: string, permissions: string): string {
  return `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Orders: { Type: AWS::SQS::Queue }
      Alarms: { Type: AWS::SNS::Topic }
      Clicks: { Type: AWS::Kinesis::Stream }
      Worker:
        Type: AWS::Serverless::Function
        Properties: { Runtime: nodejs22.x }
      Link:
        Type: AWS::Serverless::Connector
        Properties:
          Source: { Id: ${source} }
          Destination: { Id: ${destination} }
          Permissions: ${permissions}
    `;
}

test('a permission that the pair does not offer', () => {
  checkRule(
    unsupportedConnector,
    connected(
      'Alarms',
      'Worker',
      `[Read, Write]
          #             ^^^^ error: The connector from AWS::SNS::Topic to AWS::Lambda::Function does not offer Read`,
    ),
  );
  checkFix(unsupportedConnector, connected('Alarms', 'Worker', '[Read, Write]'), connected('Alarms', 'Worker', '[Write]'));
});

test('permissions that have to be given together', () => {
  checkRule(
    unsupportedConnector,
    connected(
      'Orders',
      'Worker',
      `[Read]
          #            ^^^^^^ error: The connector from AWS::SQS::Queue to AWS::Lambda::Function takes Read and Write, not Read alone`,
    ),
  );
});

test('what SAM makes, and what names no resource of the template', () => {
  checkRule(unsupportedConnector, connected('Orders', 'Worker', '[Write, Read]'));
  checkRule(unsupportedConnector, connected('Worker', 'Orders', '[Write]'));
  checkRule(unsupportedConnector, connected('Worker', 'Elsewhere', '[Write]'));
});
