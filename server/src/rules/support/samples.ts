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

/**
 * The start of the examples that need a function with a role of its own.
 *
 * @param services the service principals that the role trusts, as written
 * @param managedPolicy the managed policy of Lambda that it has
 * @param mark a line below `AssumeRolePolicyDocument` that marks a finding there
 */
export function workerWithRole(services: string, managedPolicy: string, mark = ''): string {
  return `Resources:
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
${mark}        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: ${services} }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/${managedPolicy}
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: exports.handler = async () => {};
`;
}

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

/** The start of the examples of what SAM makes of a function's events; their entries follow. */
export const SAM_WORKER = `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {};
      Events:
`;
