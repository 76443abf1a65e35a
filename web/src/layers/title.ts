/** What layers are called on the page. */

import { tOr } from '../i18n';
import { local } from './contract';

/** The layer's name in the reader's language; the service's title for layers the page does not know. */
export function layerTitle(layer: { name: string; title?: string }): string {
  return tOr(`layer.${local(layer.name)}`, layer.title ?? layer.name);
}
