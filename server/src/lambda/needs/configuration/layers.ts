import { evaluate, templateReader } from '../../../cloudformation/index.ts';
import type { ActionId } from '../../../iam/index.ts';
import { conjoin, display, readList } from '../../../symbolic/index.ts';
import type { NeedDefinition } from '../../model.ts';
import { documented, type Target } from '../grants.ts';
import { placeAt, type Setting, settingsOf } from '../places.ts';
import type { NeedContext, NeedRow } from '../row.ts';

/** A layer of AWS whose extension calls AWS with the execution role; nothing breaks without, it only does not do its work. */
export interface LayerNeed {
  readonly definition: NeedDefinition;
  /** What the layer's ARN holds. */
  readonly layer: string;
  readonly actions: readonly ActionId[];
  readonly on: Target;
  /** Any one of the actions is enough. */
  readonly anyOf?: boolean;
}

export function layerRow({ definition, layer, actions, on, anyOf = false }: LayerNeed): NeedRow {
  return {
    kind: 'code',
    definition,
    find: (context) =>
      layersOf(context)
        .filter(({ node }) => display(evaluate(node, { template: context.template })).includes(layer))
        .map((setting) => ({ ...placeAt(context, 'Layers', setting), grants: [{ ...documented(actions, on), anyOf }] })),
  };
}

function layersOf(context: NeedContext): readonly Setting[] {
  const reader = templateReader({ template: context.template });
  return settingsOf(context, 'Layers').flatMap((setting) =>
    readList(setting.node, reader).items.map(({ node, guard }) => ({ node, guard: conjoin(setting.guard, guard) })),
  );
}
