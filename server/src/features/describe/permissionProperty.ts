import type { Analysis } from '../../analysis/index.ts';
import type { PermissionPropertyEntity } from '../entities/permissionProperty.ts';
import { paragraphs } from './markdown.ts';
import { permissionSentence } from './permission.ts';

const URL = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html';

/** What each property of an `AWS::Lambda::Permission` decides. Source: `URL`, and the pages named in the texts. */
const PROPERTIES: Readonly<Record<string, string>> = {
  Action:
    'What the principal may do: nearly always `lambda:InvokeFunction`, the IAM action of the API operation Invoke (`lambda:Invoke` does not exist). For a function URL there are two permissions: `lambda:InvokeFunctionUrl`, and `lambda:InvokeFunction` with `InvokedViaFunctionUrl`.',
  EventSourceToken: 'Only for Alexa smart home skills: the token that the request must carry.',
  FunctionName:
    'The function that may be called. A trigger that calls an alias or a version needs the permission on just that: name it with its qualifier, or by `!Ref` of the alias.',
  FunctionUrlAuthType:
    'Only with `lambda:InvokeFunctionUrl`: the permission counts for URLs of this kind (`NONE`: public; `AWS_IAM`: signed requests). It must be the kind that the URL has.',
  InvokedViaFunctionUrl:
    'Only with `lambda:InvokeFunction`: the permission counts only for calls through the function’s URL. Without it, the principal may call by the Invoke operation as well.',
  Principal: 'Who may call: a service (`s3.amazonaws.com`), an account id, the ARN of a role or user, or `*` for everybody.',
  PrincipalOrgID: 'With `Principal: "*"`: only callers of this organization are meant.',
  SourceAccount:
    'Only calls on behalf of a resource of this account. A bucket’s ARN names no account, so for Amazon S3 it should always be there: a deleted bucket’s name is free for anybody.',
  SourceArn:
    'Only calls on behalf of this resource: the ARN of the bucket, topic, rule or API, with `*` for what may vary. Without it, the service may call for any resource, unless `SourceAccount` limits it.',
};

/** A property of a permission: what it decides, and what the permission as a whole says. */
export function describePermissionProperty({ name, permission }: PermissionPropertyEntity, analysis: Analysis): string {
  return paragraphs(
    `**${name}** · property of a Lambda permission`,
    PROPERTIES[name] ?? 'An `AWS::Lambda::Permission` has no property of this name.',
    permissionSentence(permission, analysis),
    `[AWS's page](${URL})`,
  );
}
