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
