/** Visible layers → as few WMS images as the order of layers and their opacities permit. */

export interface Shown {
  name: string;
  /** 0 to 1. */
  opacity: number;
}

export interface ImagePlan {
  /** Names for the parameter LAYERS, the lowest first. */
  layers: string[];
  opacity: number;
}

/**
 * In: the layers shown, from the bottom of the map to its top. Out: one image for each run of neighbours that are opaque;
 * a translucent layer is an image of its own, for a combined one would hide what lies below inside it.
 */
export function planImages(shown: Shown[]): ImagePlan[] {
  const plans: ImagePlan[] = [];
  for (const layer of shown) {
    const last = plans.at(-1);
    if (last && last.opacity === 1 && layer.opacity === 1) last.layers.push(layer.name);
    else plans.push({ layers: [layer.name], opacity: layer.opacity });
  }
  return plans;
}
