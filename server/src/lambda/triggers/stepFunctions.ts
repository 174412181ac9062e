import { propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { concat } from '../../symbolic/index.ts';
import { functionReference } from '../functions.ts';
import type { FunctionReference } from '../model.ts';
import { placesAt } from './places.ts';
import { calledWithRole, isFunctionArn, type Sighting, type TriggerRow } from './row.ts';
import { type Task, tasksOf } from './stateMachine.ts';

export const stepFunctions: readonly TriggerRow[] = [
  {
    definition: calledWithRole('states.amazonaws.com', {
      id: 'stepfunctions',
      title: 'AWS Step Functions task',
      docsUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/lambda-iam.html',
      reason: 'The state machine calls with its role, which must allow lambda:InvokeFunction on the function and its qualifier.',
    }),
    types: ['AWS::Serverless::StateMachine', 'AWS::StepFunctions::StateMachine'],
    find: calls,
  },
];

function calls(resource: Resource, template: Template): readonly Sighting[] {
  const role = propertyAt(template, resource, resource.type === 'AWS::Serverless::StateMachine' ? 'Role' : 'RoleArn');
  return ['Definition', 'DefinitionString']
    .flatMap((property) => placesAt(resource, template, property))
    .flatMap((place) => tasksOf(place, template))
    .flatMap((task) => {
      const target = functionOf(task, template);
      if (target.logicalId === undefined && !isFunctionArn(target.value)) return [];
      const { node, property, guard, credentials } = task;
      return [{ node, property, guard, target, role: credentials ?? role }];
    });
}

function functionOf({ functionName, qualifier }: Task, template: Template): FunctionReference {
  const target = functionReference(functionName, template);
  if (!qualifier || target.qualifier) return target;
  return { ...target, qualifier, value: concat([target.value, ':', qualifier]) };
}
