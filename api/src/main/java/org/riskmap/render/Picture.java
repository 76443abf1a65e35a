package org.riskmap.render;

import java.awt.image.BufferedImage;

/**
 * A map that was drawn.
 *
 * @param image of the viewport's size
 * @param features how many were drawn or labelled
 * @param skipped how many could not be shown in the map's system
 */
public record Picture(BufferedImage image, long features, long skipped) {}
