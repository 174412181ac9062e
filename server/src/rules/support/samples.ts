/** The start of the examples that need a function of which only the name matters. */
export const WORKER = `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !Sub arn:aws:iam::\${AWS::AccountId}:role/worker
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: exports.handler = async () => {};
`;

/** A policy document of one statement with a condition, for examples. */
export function policyWith(condition: string, action = 's3:GetObject', effect = 'Allow'): string {
  return `Version: "2012-10-17"
Statement:
  - Effect: ${effect}
    Action: ${action}
    Resource: "*"
    Condition:
${condition.replace(/^/gm, '      ')}
`;
}
