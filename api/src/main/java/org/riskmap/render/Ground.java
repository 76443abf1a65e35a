package org.riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * The map as far as it is drawn: the picture, and above it the group of layers that began with the last base
 * ({@code composite-base}), which is laid on the picture as a whole.
 */
final class Ground {

    private final BufferedImage picture;
    private final Graphics2D bottom;
    private @Nullable BufferedImage group;
    private @Nullable Graphics2D onGroup;
    private @Nullable Blend groupBlend;

    Ground(BufferedImage picture, Graphics2D bottom) {
        this.picture = picture;
        this.bottom = bottom;
    }

    /** Where the next thing is drawn. */
    Graphics2D canvas() {
        return onGroup == null ? bottom : onGroup;
    }

    /** A canvas of the picture's size with nothing on it. */
    Overlay overlay() {
        BufferedImage image =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHints(canvas().getRenderingHints());
        PlainShapes.offer(image, drawing);
        return new Overlay(image, drawing);
    }

    /** A picture and what draws on it. */
    record Overlay(BufferedImage image, Graphics2D canvas) {}

    /** Ends the group that there may be and begins another. */
    void begin(@Nullable Blend blend) {
        end();
        Overlay fresh = overlay();
        group = fresh.image();
        onGroup = fresh.canvas();
        groupBlend = blend;
    }

    /** Lays the group on the picture. */
    void end() {
        if (group != null && onGroup != null) {
            onGroup.dispose();
            lay(bottom, group, groupBlend);
            group = null;
            onGroup = null;
        }
    }

    /** Lays a picture of the same size on what is drawn. */
    void lay(BufferedImage image, @Nullable Blend blend) {
        lay(canvas(), image, blend);
    }

    private static void lay(Graphics2D canvas, BufferedImage image, @Nullable Blend blend) {
        Composite before = canvas.getComposite();
        canvas.setComposite(blend == null ? AlphaComposite.SrcOver : blend.composite());
        canvas.drawImage(image, 0, 0, null);
        canvas.setComposite(before);
    }
}
