package org.riskmap.render;

import java.awt.Color;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a map is drawn on.
 *
 * @param background null means transparent
 * @param smoothLines whether edges are smoothed
 * @param smoothText whether letters are smoothed
 * @param limit longest time to draw
 */
public record Canvas(@Nullable Color background, boolean smoothLines, boolean smoothText, Duration limit) {}
