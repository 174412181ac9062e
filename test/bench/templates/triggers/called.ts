import { arnOf, ref, resource, sub } from '../values.ts';
import { permissionFor, type TriggerKind } from './trigger.ts';

/** A rule that calls the function every few minutes. */
export const schedule: TriggerKind = (names, forgets) => {
  const rule = `${names.fn}Schedule`;
  const every = 'rate(5 minutes)';
  return {
    resources: {
      [rule]: resource('AWS::Events::Rule', {
        Description: `Calls ${names.fn}`,
        ScheduleExpression: every,
        State: 'ENABLED',
        Targets: [{ Id: names.fn, Arn: arnOf(names.fn) }],
      }),
      ...permissionFor(names, forgets, 'events.amazonaws.com', arnOf(rule)),
    },
    statements: [],
    forgotten: 'missing-invoke-permission',
    event: { Tick: { Type: 'Schedule', Properties: { Schedule: every } } },
  };
};

/** A subscription to the topic of the domain. */
export const topic: TriggerKind = (names, forgets) => ({
  resources: {
    [`${names.fn}Subscription`]: resource('AWS::SNS::Subscription', {
      TopicArn: ref(names.domain.topic),
      Protocol: 'lambda',
      Endpoint: arnOf(names.fn),
      FilterPolicy: { kind: [names.kebab] },
    }),
    ...permissionFor(names, forgets, 'sns.amazonaws.com', ref(names.domain.topic)),
  },
  statements: [],
  forgotten: 'missing-invoke-permission',
  event: { Message: { Type: 'SNS', Properties: { Topic: ref(names.domain.topic) } } },
});

/** A route of the domain's HTTP API. */
export const route: TriggerKind = (names, forgets) => {
  const { fn, kebab, domain } = names;
  const integration = `${fn}Integration`;
  const source = sub(`arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${domain.api}}/*/GET/${kebab}`);
  return {
    resources: {
      [integration]: resource('AWS::ApiGatewayV2::Integration', {
        ApiId: ref(domain.api),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: arnOf(fn),
        PayloadFormatVersion: '2.0',
      }),
      [`${fn}Route`]: resource('AWS::ApiGatewayV2::Route', {
        ApiId: ref(domain.api),
        RouteKey: `GET /${kebab}`,
        Target: sub(`integrations/\${${integration}}`),
      }),
      ...permissionFor(names, forgets, 'apigateway.amazonaws.com', source),
    },
    statements: [],
    forgotten: 'missing-invoke-permission',
    event: { Get: { Type: 'HttpApi', Properties: { Path: `/${kebab}`, Method: 'GET' } } },
  };
};
