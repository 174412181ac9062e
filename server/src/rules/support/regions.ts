import { nearest } from '../../text/nearest.ts';

/**
 * The Regions of each partition. A Region newer than this table is unknown, not wrong: see `judgeRegion`.
 * Sources: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html,
 * https://github.com/boto/botocore (botocore/data/partitions.json)
 */
export const REGIONS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'aws',
    [
      ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'ca-west-1', 'mx-central-1', 'sa-east-1'],
      ...['eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
      ...['ap-east-1', 'ap-east-2', 'ap-south-1', 'ap-south-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
      ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6'],
      ...['ap-southeast-7', 'af-south-1', 'il-central-1', 'me-central-1', 'me-south-1'],
    ],
  ],
  ['aws-cn', ['cn-north-1', 'cn-northwest-1']],
  ['aws-us-gov', ['us-gov-east-1', 'us-gov-west-1']],
  ['aws-eusc', ['eusc-de-east-1']],
  ['aws-iso', ['us-iso-east-1', 'us-iso-west-1']],
  ['aws-iso-b', ['us-isob-east-1', 'us-isob-west-1']],
  ['aws-iso-e', ['eu-isoe-west-1']],
  ['aws-iso-f', ['us-isof-east-1', 'us-isof-south-1']],
]);

const ALL: readonly string[] = [...REGIONS.values()].flat();
const AREAS: ReadonlySet<string> = new Set(ALL.map(areaOf));

/** `ap-southeast` of `ap-southeast-2`. */
function areaOf(region: string): string {
  return region.replace(/-\d+$/, '');
}

/** What there is to say of a Region's name: `new` when it may be one that opened after the table was made. */
export interface RegionJudgement {
  readonly verdict: 'known' | 'new' | 'wrong';
  readonly suggestion: string | undefined;
}

const SHAPE = /^[a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2}$/;
const MOST_SLIPS = 2;

/** Judges a Region that is written out. */
export function judgeRegion(region: string): RegionJudgement {
  if (ALL.includes(region)) return { verdict: 'known', suggestion: undefined };
  if (AREAS.has(areaOf(region)) && SHAPE.test(region)) return { verdict: 'new', suggestion: undefined };
  const suggestion = nearest(region, ALL, () => MOST_SLIPS);
  return { verdict: SHAPE.test(region) && suggestion === undefined ? 'new' : 'wrong', suggestion };
}
