import { arnIn } from '../targets.ts';
import { layerRow } from './layers.ts';

export const lambdaInsights = layerRow({
  definition: {
    id: 'lambda-insights',
    title: 'CloudWatch Lambda Insights extension',
    because: 'The extension writes its metrics to its own log group with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Lambda-Insights-Getting-Started.html',
    severity: 'warning',
    outcome: 'no-effect',
  },
  layer: ':layer:LambdaInsightsExtension',
  actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  on: arnIn('logs', 'log-group:/aws/lambda-insights:*'),
});
