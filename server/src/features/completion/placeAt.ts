import type { Place } from './place.ts';
import { policyPlace } from './policyPlace.ts';
import { propertyPlace } from './propertyPlace.ts';
import { referencePlace } from './referencePlace.ts';
import type { Scene } from './scene.ts';

/** What kind of word may stand at the cursor; nothing where that is none of our business. */
export function placeIn(scene: Scene): Place | undefined {
  return referencePlace(scene) ?? policyPlace(scene) ?? propertyPlace(scene);
}
