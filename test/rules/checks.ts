/** One check that some tool for policies has, or that Lambda needs. */
export interface Check {
  readonly id: string;
  readonly meaning: string;
  /** The rules that cover it; none where there is a reason not to have one. */
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** What AWS IAM Access Analyzer calls it. */
  readonly codes: readonly string[];
}

/**
 * All of them, one on a line: id, meaning, rules (or `-` and the reason for none), codes of Access Analyzer.
 * A grammar, B actions, C resources, D conditions, E variables, F principals, G trust, H privilege, I organizations, J what cfn-lint and
 * Guard check near permissions, K Lambda.
 * Source of the codes: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
const TABLE = `
A1 | JSON does not parse | policy-syntax | JSON_SYNTAX_ERROR
A2 | No Statement | missing-statement | MISSING_STATEMENT
A3 | Version absent (variables then stay literal) | missing-version | MISSING_VERSION
A4 | Version not one of the two dates | invalid-version | INVALID_VERSION
A5 | 2008-10-17 used | old-version |
A6 | Wrong JSON type for an element | wrong-value-type | DATA_TYPE_MISMATCH
A7 | Unknown element in policy or statement | unknown-element | INVALID_POLICY_ELEMENT
A8 | Same key twice in a statement | duplicate-element |
A9 | Effect missing | missing-effect | MISSING_EFFECT
A10 | Effect not Allow/Deny (case matters) | invalid-effect | INVALID_EFFECT
A11 | Neither Action nor NotAction | missing-action | MISSING_ACTION
A12 | Statement without Resource | missing-resource | MISSING_RESOURCE
A13 | Resource or trust policy without Principal | missing-principal | MISSING_PRINCIPAL
A14 | Principal in an identity policy | misplaced-statement | UNSUPPORTED_PRINCIPAL
A15 | Mutually exclusive elements together | exclusive-elements | UNSUPPORTED_ELEMENT_COMBINATION
A16 | Sid repeated | duplicate-sid | UNIQUE_SIDS_REQUIRED UNIQUE_SIDS_RECOMMENDED
A17 | Sid characters | invalid-sid | UNSUPPORTED_SID
A18 | Sid empty | empty-sid | EMPTY_SID_VALUE
A19 | Empty list/object: statement has no effect | empty-element | EMPTY_ARRAY_ACTION EMPTY_ARRAY_PRINCIPAL EMPTY_ARRAY_RESOURCE EMPTY_OBJECT_CONDITION EMPTY_OBJECT_PRINCIPAL
A20 | Over the size quota for its kind | policy-too-large | POLICY_SIZE_EXCEEDS_SCP_QUOTA POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA
B1 | Action does not exist in its service | unknown-action | INVALID_ACTION
B2 | Service prefix unknown | unknown-service | INVALID_SERVICE_IN_ACTION
B3 | No colon / bad shape | malformed-action |
B4 | Wildcard matches nothing | wildcard-matches-nothing |
B5 | Wildcard in the service part | wildcard-in-service | WILDCARD_IN_SERVICE_NAME
B6 | Action covered by another in the same statement | redundant-action | REDUNDANT_ACTION
B7 | API operation used as action | api-operation-as-action |
B8 | Dependent action not granted | dependent-action |
B9 | Action of another service in a resource policy | action-of-another-service | UNSUPPORTED_ACTION_IN_POLICY
B10 | All actions, of a service or of all | full-access |
B11 | Allow + NotAction | allow-with-not-action |
B12 | Retired / deprecated action | retired-action |
C1 | Not starting with arn: | resource-not-an-arn | INVALID_ARN_PREFIX
C2 | Too few ARN fields | arn-missing-field | MISSING_ARN_FIELD
C3 | Unknown partition | unknown-partition | INVALID_PARTITION
C4 | Region unknown / not in the partition | arn-region | INVALID_ARN_REGION
C5 | Region required | arn-region | MISSING_ARN_REGION
C6 | Region not allowed | arn-region | ARN_REGION_NOT_ALLOWED
C7 | Account not 12 digits | arn-account | INVALID_ARN_ACCOUNT
C8 | Account not allowed | arn-account | ARN_ACCOUNT_NOT_ALLOWED
C9 | Service in ARN unknown | arn-service | INVALID_SERVICE
C10 | Service not lower case | arn-service | INVALID_ARN_SERVICE_CASE
C11 | Resource part does not fit any format of the service | arn-resource | INVALID_ARN_RESOURCE
C12 | No resource of the statement fits the action | resource-not-for-action |
C13 | * where the action can be limited | wildcard-resource |
C14 | Resource or whole statement repeats another | redundant-resource redundant-statement | REDUNDANT_RESOURCE REDUNDANT_STATEMENT
C15 | Resource foreign to the owner of a resource policy | foreign-resource | UNSUPPORTED_RESOURCE_ARN_IN_POLICY
C16 | IAM Ref with Path used where a name is needed | name-where-arn-needed |
C17 | Role ARN shape | invalid-role-arn |
C18 | Hard-coded partition | hard-coded-partition |
C19 | Allow + NotResource | allow-with-not-resource |
C20 | Ref where an ARN is needed | name-where-arn-needed |
C21 | ARN of another service than the action | resource-not-for-action |
C22 | Query on the table only, where it has indexes | index-not-granted |
D1 | Operator unknown | unknown-condition-operator | INVALID_CONDITION_OPERATOR
D2 | Key not service:name | condition-key-format | INVALID_CONDITION_KEY_FORMAT
D3 | Global key does not exist | unknown-condition-key | INVALID_GLOBAL_CONDITION_KEY
D4 | Service key does not exist | unknown-condition-key | INVALID_SERVICE_CONDITION_KEY
D5 | Key retired | retired-condition-key | UNSUPPORTED_GLOBAL_CONDITION_KEY DEPRECATED_GLOBAL_CONDITION_KEY
D6 | Key not usable with the actions | condition-key-not-for-action | UNSUPPORTED_ACTION_FOR_CONDITION_KEY MISSING_ACTION_FOR_CONDITION_KEY
D7 | Operator family ≠ key type | condition-operator-mismatch | TYPE_MISMATCH
D8 | Value not of the operator’s type | condition-value-type | INVALID_DATE_VALUE TYPE_MISMATCH_BOOLEAN TYPE_MISMATCH_DATE TYPE_MISMATCH_IP_RANGE TYPE_MISMATCH_NUMBER TYPE_MISMATCH_STRING
D9 | Mixed JSON types in one value list | mixed-condition-types | INVALID_CONDITION_DATA_TYPE
D10 | Several booleans | several-booleans | INVALID_CONDITION_MULTIPLE_BOOLEAN
D11 | Key twice, different case | duplicate-condition-key | DUPLICATE_KEYS_WITH_DIFFERENT_CASE
D12 | Null…IfExists | null-if-exists | NULL_WITH_IF_EXISTS
D13 | Multi-valued key without a set operator | missing-set-operator | MISSING_QUALIFIER
D14 | Set operator on a single-valued key | set-operator-on-single-value | FORALLVALUES_WITH_SINGLE_VALUED_KEY
D15 | ForAllValues in Allow is true when the key is absent | for-all-values-without-key |
D16 | Null with set operator | null-with-set-operator | NULL_WITH_QUALIFIER
D17 | Key with an empty list | empty-condition-value | EMPTY_ARRAY_CONDITION EMPTY_ARRAY_CONDITION_FORALLVALUES EMPTY_ARRAY_CONDITION_FORANYVALUE EMPTY_ARRAY_CONDITION_IFEXISTS
D18 | */? with a non-Like operator | wildcard-without-like | WILDCARD_WITHOUT_LIKE_OPERATOR
D19 | Region value unknown | unknown-region-in-condition | INVALID_REGION
D20 | vpc-/vpce- id shape | vpc-id-format | INVALID_VPC_FORMAT INVALID_VPCE_FORMAT
D21 | Private address with aws:SourceIp | private-source-ip | PRIVATE_IP_ADDRESS PRIVATE_NOT_IP_ADDRESS PRIVATE_IP_ADDRESS_SUBSET PRIVATE_NOT_IP_ADDRESS_SUBSET
D22 | Host bits set in CIDR | cidr-host-bits | IMPROVE_IP_RANGE
D23 | Tag key missing | missing-tag-key | MISSING_TAG_KEY_IN_CONDITION
D24 | Key that needs a partner key | missing-paired-key | MISSING_PAIRED_CONDITION_KEYS
D25 | Two numbers where one decides | redundant-number | REDUNDANT_CONDITION_VALUE_NUM
D26 | Key without effect in this policy kind | irrelevant-condition-key | IRRELEVANT_CONDITION_KEY_IN_POLICY
D27 | Tag key with a service that ignores it | tag-key-not-supported | DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE
D28 | Weak MFA test | weak-mfa-test |
D29 | IfExists weakens a Deny/Allow | if-exists-opens-access |
E1 | Variable text malformed | malformed-policy-variable | MISSING_BRACE_IN_VARIABLE MISSING_QUOTE_IN_VARIABLE UNSUPPORTED_SPACE_IN_VARIABLE EMPTY_VARIABLE
E2 | Variable outside Resource/Condition | misplaced-policy-variable | VARIABLE_UNSUPPORTED_IN_ELEMENT
E3 | Variable with 2008 version | variable-needs-version | VARIABLE_UNSUPPORTED_IN_VERSION
E4 | Variable with a non String/ARN operator | variable-in-operator | INVALID_VARIABLE_FOR_OPERATOR
E5 | Policy variable swallowed by Fn::Sub | swallowed-policy-variable reference-without-sub |
F1 | Principal shape | principal-format | INVALID_PRINCIPAL_FORMAT
F2 | Principal key unknown | unknown-principal-type | INVALID_PRINCIPAL_KEY
F3 | Partial wildcard | wildcard-in-principal | UNSUPPORTED_WILDCARD_IN_PRINCIPAL
F4 | Service principal format | service-principal-format | INVALID_SERVICE_PRINCIPAL_FORMAT
F5 | Service principal that is a slip of the pen | unknown-principal |
F6 | Role/user unique id instead of ARN | unique-id-principal | INVALID_ROLE_REFERENCE INVALID_USER_REFERENCE
F7 | Federated principal where not supported | federated-not-supported | FEDERATED_PRINCIPAL_NOT_SUPPORTED
F8 | Account id/ARN shape | account-principal-format |
F9 | Allow + NotPrincipal | allow-with-not-principal | ALLOW_WITH_NOTPRINCIPAL
F10 | Public principal | public-principal |
F11 | Service principal with neither SourceArn nor SourceAccount | service-principal-without-source unscoped-service-permission | RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL
F12 | Better/unsupported source key for this service | condition-key-not-for-service source-account-recommended | UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL
G1 | NotPrincipal, Resource or * in a trust policy | trust-policy-element | ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE
G2 | Assume action does not fit the principal | assume-action-mismatch | MISMATCHED_ACTION_FOR_PRINCIPAL
G3 | Roles Anywhere needs three actions | roles-anywhere-actions | MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY
G4 | Federated value not a domain/provider ARN | federated-provider-format | INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY
G5 | OIDC/GitHub trust too wide | web-identity-without-condition wide-github-subject | SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL MISSING_GITHUB_REPO_CONDITION_KEY
G6 | Is aud multi-valued? | audience-qualifier | CONFIRM_AUDIENCE_CLAIM_TYPE
G7 | assumed-role principal next to its role | redundant-session-principal | REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY
G8 | Action in a trust policy that assumes nothing | misplaced-statement |
H1 | iam:PassRole reachable on any role | pass-any-role | PASS_ROLE_WITH_NOTRESOURCE PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOTRESOURCE PASS_ROLE_WITH_NOTACTION_AND_NOTRESOURCE PASS_ROLE_WITH_STAR_IN_RESOURCE PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOTACTION
H2 | iam:CreateServiceLinkedRole reachable on any service | service-linked-role-any-service | CREATE_SLR_WITH_NOTRESOURCE CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOTRESOURCE CREATE_SLR_WITH_NOTACTION_AND_NOTRESOURCE CREATE_SLR_WITH_STAR_IN_RESOURCE CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOTACTION
H3 | Escalation combos | privilege-escalation |
H4 | Permissions-management, credential-returning, sensitive data actions | sensitive-action |
H5 | Can rewrite a resource policy it cannot otherwise use | resource-policy-escalation |
H6 | Elevated managed policy attached | elevated-managed-policy |
I1 | SCP grammar | service-control-element | SCP_SYNTAX_ERROR_ACTION_WILDCARD SCP_SYNTAX_ERROR_ALLOW_CONDITION SCP_SYNTAX_ERROR_ALLOW_NOTACTION SCP_SYNTAX_ERROR_ALLOW_RESOURCE SCP_SYNTAX_ERROR_NOTRESOURCE SCP_SYNTAX_ERROR_PRINCIPAL
I2 | RCP grammar | resource-control-element |
J1 | Permission for a bucket without the account | missing-source-account |
J2 | Permission principal ≠ owner of SourceArn | principal-source-mismatch |
J3 | Subscription whose protocol does not fit | subscription-protocol |
J4 | ESM StartingPosition required/forbidden | starting-position |
J5 | Queue visibility < function timeout | visibility-timeout-too-short |
J6 | FIFO batch > 10 | fifo-batch-size |
J7 | Connectors without the SAM transform | connector-without-transform |
J8 | >2 subscription filters on a log group | too-many-subscription-filters |
J9 | Only actions that invoke in permissions | not-an-invoke-action |
J10 | Inline policies forbidden | - it would fire on nearly every serverless template |
K1 | A trigger without a permission for it | missing-invoke-permission |
K2 | Permission on the function, trigger on an alias | permission-qualifier-mismatch |
K3 | A permission for another source | missing-invoke-permission |
K4 | A permission for a source that Lambda polls | invoke-permission-for-polled-source |
K5 | A mapping whose source the role may not read | missing-execution-permission |
K6 | Encrypted source, no kms:Decrypt on the role | missing-execution-permission |
K7 | Dead-letter queue or destination the role may not write to | missing-execution-permission |
K8 | VpcConfig without ENI actions | missing-execution-permission |
K9 | Tracing, file systems or keys without their actions | missing-execution-permission |
K10 | Role has no CloudWatch Logs write | missing-execution-permission |
K11 | Role that does not trust Lambda | role-not-assumable-by-lambda |
K12 | SAM: Policies ignored because Role is set | policies-ignored |
K13 | One of the two grants of a function URL missing | incomplete-function-url-permission |
K14 | Auth type that contradicts the function URL | function-url-auth-mismatch |
K15 | Permission action is not an invoke action | not-an-invoke-action |
K16 | Service permission with no source at all | unscoped-service-permission |
K17 | Source ARN of an API that never matches | malformed-execute-api-arn |
K18 | Bucket that does not wait for its permission, or waits in a circle | notification-order |
K19 | Caller role that cannot invoke or is not trusted | caller-role-cannot-invoke |
K20 | Grant for the function only, where callers name an alias | unqualified-invoke-grant |
K21 | SAM policy template used wrongly | invalid-policy-template |
K22 | SAM’s own templates name actions that do not exist | - what SAM writes is not the author’s to mend; the hover tells it |
K23 | Connector that SAM does not know | unsupported-connector |
K24 | Function policy near its quota | function-policy-too-large |
K25 | One role shared by several functions; union of needs shown | shared-execution-role |
K26 | Function that may call itself | recursive-trigger |
`;

export const CHECKS: readonly Check[] = TABLE.trim().split('\n').map(checkOf);

function checkOf(line: string): Check {
  const [id = '', meaning = '', rules = '', codes = ''] = line.split('|').map((cell) => cell.trim());
  const reason = rules.startsWith('-') ? rules.slice(1).trim() : undefined;
  return { id, meaning, rules: reason === undefined ? words(rules) : [], reason, codes: words(codes) };
}

function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
