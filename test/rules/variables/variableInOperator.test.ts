import { test } from 'vitest';
import { variableInOperator } from '../../../server/src/rules/variables/variableInOperator.ts';
import { checkRule } from '../../harness/index.ts';

test('addresses and dates; nothing for texts, ARNs and operators that do not exist', () => {
  checkRule(
    variableInOperator,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:ListBucket
        Resource: arn:aws:s3:::orders
        Condition:
          IpAddress:
            aws:SourceIp: "\${aws:PrincipalTag/address}"
            #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: IpAddress takes no policy variable
          DateLessThanIfExists:
            aws:CurrentTime: ["2030-01-01T00:00:00Z", "\${aws:TokenIssueTime}"]
            #                                          ^^^^^^^^^^^^^^^^^^^^^ error: DateLessThanIfExists takes no policy variable
          ForAnyValue:StringLike: { s3:prefix: "\${aws:username}/*" }
          ArnEquals: { aws:SourceArn: "\${aws:PrincipalArn}" }
          TextEquals: { s3:prefix: "\${aws:username}/*" }
    `,
  );
});
