/** What the packages get wrong or leave out. A source per row. */

/**
 * Titles: where several reference pages share a prefix, the package keeps the title of the page it read last.
 * Source: the page titles of https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const serviceTitles = new Map([
  ['apigateway', 'Amazon API Gateway Management'],
  ['aws-marketplace', 'AWS Marketplace'],
  ['cloudformation', 'AWS CloudFormation'],
  ['elasticloadbalancing', 'Elastic Load Balancing'],
  ['ses', 'Amazon Simple Email Service'],
  ['sms-voice', 'AWS End User Messaging SMS and Voice'],
]);

/**
 * Permission-only actions younger than the last release that marks them.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_lambda.html
 */
export const newPermissionOnly = new Set(['lambda:ConnectMicrovm', 'lambda:PassCapacityProvider', 'lambda:PassNetworkConnector']);
