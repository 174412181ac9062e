import type { ActionPlace, Analysis } from '../../analysis/index.ts';
import type { AccessLevel, ActionInfo, IamKnowledge, OperationInfo } from '../../iam/index.ts';
import { resourcesInStatement } from './actionResources.ts';
import { invokeNote } from './invokeNote.ts';
import { code, codeList, paragraphs } from './markdown.ts';
import { whereItStands } from './whereItStands.ts';

/** An action: what it allows, where it stands, and what AWS's reference says of it. */
export function describeAction(place: ActionPlace, analysis: Analysis): string {
  const { iam } = analysis.knowledge;
  const { text } = place;
  const info = iam.action(text);
  if (info)
    return paragraphs(
      heading(info),
      info.description,
      place.negated ? NEGATED : undefined,
      whereItStands(place, analysis),
      invokeNote(info.id, place),
      facts(info, place, analysis),
      footer(info, iam),
    );
  if (/[*?]/.test(text))
    return paragraphs(
      describeWildcard(text, iam),
      place.negated ? NEGATED : undefined,
      whereItStands(place, analysis),
      dataNote(iam),
    );
  const operation = iam.operation(text);
  if (operation)
    return paragraphs(
      describeOperation(text, operation),
      whereItStands(place, analysis),
      invokeNote(operation.actions[0], place),
      dataNote(iam),
    );
  if (iam.isLegacyAction(text)) {
    return paragraphs(
      `**${text}**`,
      'AWS still accepts this action, although its reference no longer lists it.',
      whereItStands(place, analysis),
    );
  }
  return paragraphs(`**${text}**`, `The Service Authorization Reference of ${iam.date} has no such action.`);
}

const NEGATED = 'Under `NotAction`: the statement is about every action but those named.';

function heading({ id, accessLevel, permissionOnly }: ActionInfo): string {
  return `**${id}** · ${accessLevel}${permissionOnly ? ' · permission only (no API operation of this name)' : ''}`;
}

function facts(info: ActionInfo, place: ActionPlace, analysis: Analysis): string {
  const { iam } = analysis.knowledge;
  const lines = [
    resourcesInStatement(info, place, analysis),
    `Resources: ${resourcesOf(info, iam)}`,
    info.conditionKeys.length > 0 ? `Condition keys: ${few(info.conditionKeys)}` : undefined,
    info.dependentActions.length > 0 ? `Also needs: ${codeList(info.dependentActions)}` : undefined,
    operationsOf(info),
  ];
  return lines
    .filter((line) => line !== undefined)
    .map((line) => `- ${line}`)
    .join('\n');
}

/** How many condition keys or operations a line holds. */
const MOST_KEYS = 10;

function few(names: readonly string[]): string {
  const rest = names.length - MOST_KEYS;
  return rest > 1 ? `${codeList(names.slice(0, MOST_KEYS))} and ${rest} more` : codeList(names);
}

/** Where no operation has the name of the action, that is what people trip over. */
function operationsOf({ name, operations }: ActionInfo): string | undefined {
  if (operations.length === 0) return undefined;
  const isNamesake = operations.some((operation) => operation.endsWith(`: ${name}`));
  return isNamesake
    ? `Authorises the API operations: ${few(operations)}`
    : `No API operation is called ${name}; this action authorises: ${few(operations)}`;
}

function resourcesOf({ service, resources }: ActionInfo, iam: IamKnowledge): string {
  if (resources.length === 0) return `none, so ${code('Resource')} must be ${code('*')}`;
  return resources
    .map(({ type, required }) => {
      const [arn] = iam.resourceType(service, type)?.arns ?? [];
      return `${type}${required ? ' (required)' : ''}${arn ? ` ${code(arn)}` : ''}`;
    })
    .join(', ');
}

/** Without an operation there is no page about one. */
function footer({ docsUrl, permissionOnly, service }: ActionInfo, iam: IamKnowledge): string {
  const url = permissionOnly ? (iam.service(service)?.docsUrl ?? docsUrl) : docsUrl;
  return `[AWS's page](${url}) · data of ${iam.date}`;
}

function dataNote(iam: IamKnowledge): string {
  return `Data of ${iam.date}`;
}

const LEVELS: readonly AccessLevel[] = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'];
const MOST_NAMES = 8;

function describeWildcard(pattern: string, iam: IamKnowledge): string {
  const actions = iam.actionsMatching(pattern);
  const levelled = actions.map((action) => ({ action, level: iam.accessLevel(action) }));
  const isOfOneService = /^[^:*?]+:/.test(pattern);
  const lines = LEVELS.flatMap((level) => {
    const own = levelled.filter((one) => one.level === level);
    if (own.length === 0) return [];
    const shown = own.slice(0, MOST_NAMES).map(({ action }) => (isOfOneService ? action.slice(action.indexOf(':') + 1) : action));
    return [`- ${level}, ${own.length}: ${codeList(shown)}${own.length > shown.length ? ', …' : ''}`];
  });
  const count = actions.length === 1 ? '1 action' : `${actions.length} actions`;
  return paragraphs(`**${pattern.replaceAll('*', '\\*')}** · ${count}`, lines.join('\n'), callsNote(pattern, iam));
}

/** The wildcards that people write to have a function called. */
function callsNote(pattern: string, iam: IamKnowledge): string | undefined {
  if (!/^lambda:/i.test(pattern) || !iam.actionsMatching(pattern).includes('lambda:InvokeFunction')) return undefined;
  return 'Among them `lambda:InvokeFunction`, the action of the API operation Invoke.';
}

function describeOperation(text: string, { actions, remark }: OperationInfo): string {
  return paragraphs(`**${text}** · not an IAM action; write ${codeList(actions)}`, remark);
}
