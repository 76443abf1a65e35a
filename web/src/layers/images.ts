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
  /** Parameter TIME; absent: now. */
  time?: string;
}

/** Layers whose features last from one moment to another: at any moment an answer, if an empty one. */
const LASTING = ['risk:closure', 'risk:warning', 'risk:rain_over', 'risk:rain_sum'];

/** Layers whose features are moments: of one moment hardly any. */
export const MOMENTS = ['risk:fire_point'];

/**
 * In: the layers shown, from the bottom of the map to its top. Out: one image for each run of neighbours that are opaque;
 * a translucent layer is an image of its own, for a combined one would hide what lies below inside it.
 * At another moment than now, layers that last are images apart, asked for with that time.
 */
export function planImages(shown: Shown[], time: string | null = null): ImagePlan[] {
  const plans: ImagePlan[] = [];
  for (const layer of shown) {
    const last = plans.at(-1);
    const at: { time?: string } = time !== null && LASTING.includes(layer.name) ? { time } : {};
    if (last && last.opacity === 1 && layer.opacity === 1 && last.time === at.time) last.layers.push(layer.name);
    else plans.push({ layers: [layer.name], opacity: layer.opacity, ...at });
  }
  return plans;
}
