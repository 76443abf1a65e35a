/** WMS 1.1.1 and 1.3.0: parameters in; maps, legends, what lies at a pixel and capabilities out. */
@NullMarked
package org.riskmap.ogc.wms;

import org.jspecify.annotations.NullMarked;
