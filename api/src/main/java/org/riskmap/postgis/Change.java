package org.riskmap.postgis;

import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;

/**
 * One statement changed rows of a table.
 *
 * @param seq its number in {@code risk.change}
 * @param table in schema {@code risk}
 * @param envelope of old and new rows together, EPSG:4490; null means anywhere
 */
public record Change(long seq, String table, @Nullable Envelope envelope) {}
