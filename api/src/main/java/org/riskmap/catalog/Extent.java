package org.riskmap.catalog;

import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;

/**
 * Where a layer's data are.
 *
 * @param nativeCrs what the coordinates are in
 * @param declaredCrs what the layer is published in
 * @param nativeBox in {@code nativeCrs}, east first, as the directory says; null where it does not
 * @param lonLatBox degrees, longitude first, as the directory says; null where it does not
 */
public record Extent(
        Crs nativeCrs,
        Crs declaredCrs,
        @Nullable Envelope nativeBox,
        @Nullable Envelope lonLatBox) {}
