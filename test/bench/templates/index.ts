/** The door to the templates that are measured: made from a seed, of the shape that people write. */
import { type Chance, chanceFrom } from './chance.ts';
import { domainResources } from './domain.ts';
import { plainFunction, samFunction, type Written } from './functions.ts';
import { DOMAIN_SIZE, domainNames, functionNames } from './names.ts';
import { toYaml } from './toYaml.ts';
import { bucket } from './triggers/bucket.ts';
import { route, schedule, topic } from './triggers/called.ts';
import { queue } from './triggers/queue.ts';
import type { Properties, Resources } from './values.ts';

export interface Generated {
  readonly yaml: string;
  readonly json: string;
  /** The rules of the mistakes that were made on purpose, one for each mistake. */
  readonly mistakes: readonly string[];
}

/** What is made: how many functions, in which style. The same wishes give the same text. */
export interface Wishes {
  readonly functions: number;
  readonly style?: 'cloudformation' | 'sam';
  readonly seed?: number;
}

/** With this one the templates have about the sizes that the targets speak of: 7,460 lines with 100 functions. */
const USUAL_SEED = 158;

export function generate({ functions, style = 'cloudformation', seed = USUAL_SEED }: Wishes): Generated {
  const chance = chanceFrom(seed);
  const write = style === 'sam' ? samFunction : plainFunction;
  const domains = Array.from({ length: Math.ceil(functions / DOMAIN_SIZE) }, (_, index) => domainResources(domainNames(index)));
  const written = Array.from({ length: functions }, (_, index) => functionWith(write, index, chance));
  const resources: Resources = Object.assign({}, ...domains, ...written.map((each) => each.resources));
  const template = { ...head(style, functions), Resources: resources };
  return {
    yaml: toYaml(template),
    json: `${JSON.stringify(template, undefined, 2)}\n`,
    mistakes: written.flatMap(({ mistakes }) => mistakes),
  };
}

function functionWith(write: typeof plainFunction, index: number, chance: Chance): Written {
  const names = functionNames(index, chance);
  const slips = { forgets: chance.percent(10), misnames: chance.percent(10) };
  const trigger = chance.oneOf([queue, bucket, schedule, topic, route]);
  return write(names, trigger(names, slips.forgets), slips, chance);
}

function head(style: Wishes['style'], functions: number): Properties {
  const stage = { Type: 'String', Default: 'dev', AllowedValues: ['dev', 'prod'] };
  const start = { AWSTemplateFormatVersion: '2010-09-09' };
  const Description = `A service of ${functions} functions`;
  if (style === 'sam') return { ...start, Transform: 'AWS::Serverless-2016-10-31', Description, Parameters: { Stage: stage } };
  return { ...start, Description, Parameters: { Stage: stage, CodeBucket: { Type: 'String' } } };
}
