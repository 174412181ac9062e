/** Templates that several tests begin with. */

/** A role of the resources of a template, with a name of its own, that only lets receive messages. */
export const SHOP_ROLE = `  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: shop-worker
      Policies:
        - PolicyName: jobs
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: sqs:ReceiveMessage
                Resource: "*"
`;

/** A function that may read a table, by a policy template of SAM. */
export const READER = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Policies:
        - DynamoDBReadPolicy:
            TableName: !Ref Orders
`;
