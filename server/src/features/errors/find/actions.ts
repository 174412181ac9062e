import type { IamKnowledge } from '../../../iam/index.ts';
import type { PastedError } from '../model.ts';

/**
 * The actions that a message is about, as AWS's reference spells them: the one that it names, or those that an operation of the API may
 * stand for. Several where the service is not told; none where nothing is.
 */
export function actionsMeant(error: PastedError, iam: IamKnowledge): readonly string[] {
  const { action, operation, service, resource, form } = error;
  if (action !== undefined) return [iam.action(action)?.id ?? iam.operation(action)?.actions[0] ?? action];
  if (form.actions || operation === undefined) return form.actions ?? [];
  const ownService = serviceOf(service, resource, iam);
  if (ownService !== undefined) return known([`${ownService}:${operation}`], iam);
  return known([...iam.actionsMatching(`*:${operation}`), ...operationsCalled(operation, iam)], iam);
}

function serviceOf(service: string | undefined, resource: string | undefined, iam: IamKnowledge): string | undefined {
  if (service !== undefined) return iam.servicePrefixFor(service) ?? service.toLowerCase();
  return /^arn:[\w-]+:([\w-]+):/.exec(resource ?? '')?.[1];
}

function operationsCalled(operation: string, iam: IamKnowledge): readonly string[] {
  const end = `:${operation}`.toLowerCase();
  return iam
    .operations()
    .map(({ asAction }) => asAction)
    .filter((name) => name.toLowerCase().endsWith(end));
}

/** The actions behind names, each once; what AWS does not have is left out. */
function known(names: readonly string[], iam: IamKnowledge): readonly string[] {
  const ids = names.flatMap((name) => iam.action(name)?.id ?? iam.operation(name)?.actions[0] ?? []);
  return [...new Set(ids)];
}
