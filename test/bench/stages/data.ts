import { loadKnowledge } from '../../../server/src/knowledge.node.ts';
import type { Effort, Figure } from '../figures.ts';
import { firstTimeOf } from '../freshProcess.ts';
import { median } from '../quantiles.ts';
import { repeated } from '../repeated.ts';

/** The data about AWS. */
export async function* dataFigures(effort: Effort): AsyncGenerator<Figure> {
  const loads: number[] = [];
  for (let i = 0; i < (effort === 'quick' ? 3 : 9); i++) loads.push(await firstTimeOf('data'));
  yield { what: 'the data loads', unit: 'ms', value: median(loads) };
  const { iam } = loadKnowledge();
  const [expands = Number.NaN] = await repeated([() => iam.actionsMatching('s3:*')], effort);
  yield { what: 's3:* expands', unit: 'ms', value: expands };
}
