package org.riskmap.site;

import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.standard.Threshold;

/**
 * One installation.
 *
 * @param persons residents within the radius of its boundary, none of those on its own ground
 * @param settlements how many settlements they live in
 * @param alpha the row of the standards table that gives α
 * @param r R = α · Σ β·q/Q; null where the sum is not known
 * @param grade class by R; null where R is not known
 */
public record SiteRow(
        Feature site,
        long persons,
        int settlements,
        Threshold alpha,
        @Nullable Double r,
        @Nullable Threshold grade) {}
