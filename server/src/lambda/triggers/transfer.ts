import { type Resource, referencesIn, type Template } from '../../cloudformation/index.ts';
import { is, placesAt, siblingOf } from './places.ts';
import { at, calledBy, calledWithRole, type Sighting, type TriggerRow } from './row.ts';
import { arn, ownArn } from './sources.ts';

/** Transfer Family, AppFlow and HealthLake. */
export const transfer: readonly TriggerRow[] = [
  {
    definition: calledBy('appflow.amazonaws.com', {
      id: 'appflow-connector',
      title: 'Amazon AppFlow custom connector',
      docsUrl: 'https://docs.aws.amazon.com/appflow/latest/userguide/custom-connector.html',
      confidence: 'medium',
      checkedAtDeployment: true,
    }),
    types: ['AWS::AppFlow::Connector'],
    find: at({ at: 'ConnectorProvisioningConfig.Lambda.LambdaArn', source: arn('arn:{P}:appflow:{R}:{A}:*') }),
  },
  {
    definition: calledBy('healthlake.amazonaws.com', {
      id: 'healthlake-idp',
      title: 'AWS HealthLake identity provider',
      docsUrl: 'https://docs.aws.amazon.com/healthlake/latest/devguide/reference-smart-on-fhir-token-validation.html',
      checkedAtDeployment: true,
    }),
    types: ['AWS::HealthLake::FHIRDatastore'],
    find: at({ at: 'IdentityProviderConfiguration.IdpLambdaArn' }),
  },
  {
    definition: calledBy('transfer.amazonaws.com', {
      id: 'transfer-server-idp',
      title: 'AWS Transfer Family identity provider',
      docsUrl: 'https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html',
    }),
    types: ['AWS::Transfer::Server'],
    find: at({ at: 'IdentityProviderDetails.Function', when: [is('IdentityProviderType', 'AWS_LAMBDA')], source: ownArn }),
  },
  {
    definition: calledWithRole('transfer.amazonaws.com', {
      id: 'transfer-workflow',
      title: 'AWS Transfer Family workflow step',
      docsUrl: 'https://docs.aws.amazon.com/transfer/latest/userguide/custom-step-details.html',
      reason: 'Transfer Family calls with the execution role that the server names for the workflow.',
    }),
    types: ['AWS::Transfer::Workflow'],
    find: workflowSteps,
  },
];

const steps = at({ at: ['Steps[].CustomStepDetails.Target', 'OnExceptionSteps[].CustomStepDetails.Target'], others: true });

/** One sighting for each server that runs the workflow, with the role that it does so with; a single one when the template shows none. */
function workflowSteps(resource: Resource, template: Template): readonly Sighting[] {
  const found = steps(resource, template);
  if (found.length === 0) return found;
  const runs = template
    .ofTypes(SERVER)
    .flatMap((server) => ['OnUpload', 'OnPartialUpload'].flatMap((moment) => runsOf(server, moment, template)))
    .filter(({ workflow }) => workflow === resource.logicalId);
  return runs.length === 0 ? found : runs.flatMap(({ role }) => found.map((sighting) => ({ ...sighting, role })));
}

const SERVER: ReadonlySet<string> = new Set(['AWS::Transfer::Server']);

function runsOf(server: Resource, moment: string, template: Template): readonly { workflow: string; role: Sighting['role'] }[] {
  const run = `WorkflowDetails.${moment}[]`;
  return placesAt(server, template, `${run}.WorkflowId`).flatMap((place) =>
    [...referencesIn(place.node)].map(({ name }) => ({ workflow: name, role: siblingOf(place, `${run}.ExecutionRole`) })),
  );
}
