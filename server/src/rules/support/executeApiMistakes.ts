import type { Template } from '../../cloudformation/index.ts';
import { arnFields, concat, display, knownText, literal, ofHole, type SymbolicString } from '../../symbolic/index.ts';

/** Why the source ARN of an API can never match, and the one that was meant, where that is plain. */
export interface ExecuteApiMistake {
  readonly why: string;
  readonly meant: SymbolicString | undefined;
  /** Reports differ on whether API Gateway itself ever presents `{proxy+}`; `{id}` it does not (aws/serverless-application-model#110). */
  readonly isDisputed?: boolean;
}

const API_TYPES: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::Api',
  'AWS::Serverless::HttpApi',
]);

/**
 * What is certainly wrong with the source ARN of a permission for API Gateway, which presents
 * `arn:…:execute-api:Region:account:api/stage/METHOD/path`, and for authorizers `…:api/authorizers/id`.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
 */
export function executeApiMistake(source: SymbolicString, template: Template): ExecuteApiMistake | undefined {
  const text = display(source);
  if (/^https?:\/\//.test(text)) return { why: 'it is a URL, not an ARN', meant: undefined };
  const arn = arnFields(source);
  const service = arn && knownText(arn.service);
  if (!arn || (service !== 'execute-api' && service !== 'apigateway')) return undefined;
  if (service === 'apigateway')
    return { why: 'it is the ARN for managing the API; calls carry one with execute-api', meant: undefined };
  return logicalIdMistake(source, arn.resource, template) ?? pathMistake(source) ?? fieldMistake(source, arn.resource);
}

function logicalIdMistake(source: SymbolicString, resource: SymbolicString, template: Template): ExecuteApiMistake | undefined {
  const [first] = resource.parts;
  const id = first?.kind === 'text' ? (/^[^/]*/.exec(first.text)?.[0] ?? '') : '';
  const type = template.resources.get(id)?.type;
  if (first?.kind !== 'text' || type === undefined || !API_TYPES.has(type)) return undefined;
  if (first.text === id && resource.parts.length > 1) return undefined;
  const api = ofHole({ kind: 'attribute', logicalId: id, attribute: undefined });
  const before = source.parts.slice(0, source.parts.length - resource.parts.length);
  const shared = source.parts[before.length];
  const head = shared?.kind === 'text' ? shared.text.slice(0, shared.text.length - first.text.length) : '';
  const rest = { parts: resource.parts.slice(1), origin: source.origin };
  const meant = concat([{ parts: before, origin: source.origin }, head, api, first.text.slice(id.length), rest], source.origin);
  return { why: `${id} is its logical id, and an API’s ARN carries the API’s id`, meant };
}

const VARIABLE = /\$?\{[^{}]*\}/g;

function pathMistake(source: SymbolicString): ExecuteApiMistake | undefined {
  const found = source.parts.flatMap((part) => (part.kind === 'text' ? (part.text.match(VARIABLE) ?? []) : []))[0];
  if (found === undefined) return undefined;
  const meant = concat(
    source.parts.map((part) => (part.kind === 'text' ? literal(part.text.replace(VARIABLE, '*')) : ofHole(part.hole))),
    source.origin,
  );
  return {
    why: `${found} stands for a value in a route, but is plain text in an ARN; write *`,
    meant,
    isDisputed: found.endsWith('+}'),
  };
}

/** Fields are only counted where nothing open can hold slashes. */
function fieldMistake(source: SymbolicString, resource: SymbolicString): ExecuteApiMistake | undefined {
  const isPlain = resource.parts.every((part) => part.kind === 'text' || part.hole.kind === 'attribute');
  const fields = display(resource).split('/');
  if (!isPlain || display(resource).includes('*')) return methodMistake(source, fields);
  if (fields.length >= 3) return methodMistake(source, fields);
  const meant = concat([source, fields.at(-1) === '' ? '*' : '/*'], source.origin);
  return { why: 'it ends before the method: calls carry api/stage/METHOD/path', meant };
}

/** A fourth field tells a method from a WebSocket’s route key, which may be called anything. */
function methodMistake(source: SymbolicString, fields: readonly string[]): ExecuteApiMistake | undefined {
  const method = fields[2] ?? '';
  if (fields.length < 4 || !/^(get|post|put|delete|patch|head|options)$/i.test(method) || method === method.toUpperCase())
    return undefined;
  const meant = concat(
    source.parts.map((part) =>
      part.kind === 'text' ? part.text.replace(`/${method}/`, `/${method.toUpperCase()}/`) : ofHole(part.hole),
    ),
    source.origin,
  );
  return { why: `methods are in capitals there: ${method.toUpperCase()}`, meant };
}
