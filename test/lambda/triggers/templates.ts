import type { Analysis } from '../../../server/src/analysis/index.ts';
import type { Invoker } from '../../../server/src/lambda/index.ts';
import { TRIGGER_TABLE } from '../../../server/src/lambda/triggers/index.ts';
import { checkWith } from '../../../server/src/rules/index.ts';
import { INVOCATION_RULES } from '../../../server/src/rules/invocation/index.ts';
import { analysed } from '../../harness/index.ts';
import { ARN, type Case, ROLE } from './cases/index.ts';
import { asYaml, FN, type Json, objectOf, shown } from './fixture.ts';

export const definitionOf = (id: string) => TRIGGER_TABLE.find(({ definition }) => definition.id === id)?.definition;

/** The cases whose row works so. */
export function withMechanism(cases: readonly Case[], mechanism: string): readonly Case[] {
  return cases.filter(({ id }) => definitionOf(id)?.mechanism === mechanism);
}

/** A template in which the function `Fn` is named by the case's property of the resource `Caller`, and what is added. */
export function templateFor(
  one: Case,
  more: Readonly<Record<string, Json>> = {},
  head: Readonly<Record<string, Json>> = {},
): Json {
  const values: Record<string, Json> = { ...one.with, [one.at ?? one.property]: one.value ?? ARN };
  if (one.role !== undefined) values[one.role] = ROLE;
  const resource = { Type: one.type, Properties: objectOf(values) };
  return { AWSTemplateFormatVersion: '2010-09-09', ...head, Resources: { Fn: FN, ...one.resources, Caller: resource, ...more } };
}

/** The same value with one inside it replaced by another, wherever it stands. */
export function replaced(value: Json, before: Json, after: Json): Json {
  if (JSON.stringify(value) === JSON.stringify(before)) return after;
  if (Array.isArray(value)) return value.map((item) => replaced(item, before, after));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, before, after)]));
}

/** A template in YAML and in JSON. */
export function analysesOf(value: Json): readonly Analysis[] {
  return [analysed(asYaml(value)), analysed(JSON.stringify(value, null, 2), 'json')];
}

/** A template in YAML's flow style. */
export function inFlowStyle(value: Json): Analysis {
  return analysed(JSON.stringify(value, null, 2));
}

/** The permissions that let a case in, with what its service presents. */
export function permissionsFor(one: Case, changed: Readonly<Record<string, Json>> = {}): Readonly<Record<string, Json>> {
  const source = shown(callerIn(analysesOf(templateFor(one))[0])?.trigger.source);
  const shared = {
    FunctionName: { Ref: 'Fn' },
    Principal: { 'Fn::Sub': definitionOf(one.id)?.principal ?? '' },
    ...(source === undefined ? {} : { SourceArn: { 'Fn::Sub': source } }),
    ...(source === undefined && one.viaUrl === undefined ? { SourceAccount: { Ref: 'AWS::AccountId' } } : {}),
    ...(source?.includes(':s3:::') ? { SourceAccount: { Ref: 'AWS::AccountId' } } : {}),
  };
  const permission = (properties: Json): Json => ({
    Type: 'AWS::Lambda::Permission',
    Properties: { ...shared, ...(typeof properties === 'object' ? properties : {}), ...changed },
  });
  const invoke = { Action: 'lambda:InvokeFunction' };
  if (one.viaUrl === undefined) return { Permission: permission(invoke) };
  return {
    Permission: permission({ Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: one.viaUrl }),
    SecondPermission: permission({ ...invoke, InvokedViaFunctionUrl: true }),
  };
}

/** What is found out about the case's trigger. */
export function callerIn(analysis: Analysis | undefined): Invoker | undefined {
  return analysis?.permissions.functions
    .filter(({ fn }) => fn.logicalId === 'Fn')
    .flatMap(({ invokers }) => invokers)
    .find(({ trigger }) => trigger.name === 'Caller');
}

/** Rules on permissions that are there, which say nothing of who lacks one. */
const BESIDE: readonly string[] = ['missing-source-account', 'notification-order', 'unscoped-service-permission'];

/** The verdict on the case's trigger and the findings about it: one where both languages agree. */
export function outcomeOf(value: Json): string {
  const outcomes = analysesOf(value).map((analysis) => {
    const findings = checkWith(INVOCATION_RULES, analysis).filter(({ ruleId }) => !BESIDE.includes(ruleId));
    return [callerIn(analysis)?.verdict ?? 'not found', ...findings.map(({ severity, ruleId }) => `${severity} ${ruleId}`)].join(
      ', ',
    );
  });
  return [...new Set(outcomes)].join(' / ');
}

const LOUDNESS = { high: 'error', medium: 'warning', low: 'information' };

/** How loud a finding about a row is. */
export function loudnessOf(one: Case): string {
  return LOUDNESS[definitionOf(one.id)?.confidence ?? 'high'];
}

/** The case with its function's alias `live` in place of the function. */
export function atAlias(one: Case): Case {
  const text = JSON.stringify(one.value ?? ARN);
  const value: Json = JSON.parse(
    text
      .replace('{"Fn::GetAtt":["Fn","Arn"]}', '{"Fn::Sub":"${Fn.Arn}:live"}')
      .replace(/^\{"Ref":"Fn"\}$/, '{"Fn::Sub":"${Fn}:live"}')
      .replace(/(?<!:)"Fn::Sub":"(.*)\$\{Fn\.Arn\}(?!:live)/, '"Fn::Sub":"$1${Fn.Arn}:live')
      .replace("'sales'", "'sales:live'"),
  );
  return { ...one, value };
}
