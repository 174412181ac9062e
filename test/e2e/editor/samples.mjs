/** Which sample the demo and the pictures show. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const preferred = join('orders', 'template.yaml');

/** The path of the sample application's template inside a copy of the samples, or of any other template there. */
export function sampleToOpen(samples) {
  if (existsSync(join(samples, preferred))) return join(samples, preferred);
  const other = readdirSync(samples, { recursive: true })
    .sort()
    .find((name) => /\.(ya?ml|json)$/.test(name));
  if (!other) throw new Error(`There is no template in ${samples}.`);
  return join(samples, other);
}
