package org.riskmap.render;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.riskmap.style.PictureFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picture files of styles in the sizes that were asked for, kept until the file changes. */
final class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final Map<Wanted, Loaded> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST = 500;
    private static final int LARGEST_PIXELS = 2000;

    private record Wanted(PictureFile picture, int height) {}

    private record Loaded(String version, @Nullable BufferedImage image) {}

    private Pictures() {}

    /**
     * The picture; null where the file cannot be read, which is logged when it is found. A picture made of shapes has a
     * border of one empty pixel, as GeoServer draws it.
     *
     * @param pixels height wanted, drawn in whole pixels; NaN for the picture's own
     */
    static @Nullable BufferedImage image(PictureFile picture, double pixels) {
        int height = Double.isNaN(pixels) ? 0 : (int) Math.min(LARGEST_PIXELS, Math.max(1, Math.round(pixels)));
        Wanted wanted = new Wanted(picture, height);
        String version = version(picture.file());
        Loaded known = KNOWN.get(wanted);
        if (known == null || !known.version().equals(version)) {
            if (KNOWN.size() > MOST) {
                KNOWN.clear();
            }
            known = new Loaded(version, read(picture, height));
            KNOWN.put(wanted, known);
        }
        return known.image();
    }

    private static String version(Path file) {
        try {
            return Files.size(file) + "-" + Files.getLastModifiedTime(file);
        } catch (IOException missing) {
            return "missing";
        }
    }

    private static @Nullable BufferedImage read(PictureFile picture, int height) {
        try {
            BufferedImage image = picture.svg() ? SvgPicture.draw(picture, height) : scaled(picture.file(), height);
            if (image == null) {
                LOG.warn("{} is not a picture that can be drawn; use PNG or SVG", picture.file());
            }
            return image;
        } catch (IOException unreadable) {
            LOG.warn("the picture {} of a style cannot be read: {}", picture.file(), unreadable.getMessage());
            return null;
        }
    }

    private static @Nullable BufferedImage scaled(Path file, int height) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null || height == 0 || image.getHeight() == height) {
            return image;
        }
        double scale = (double) height / image.getHeight();
        BufferedImage colours = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        colours.createGraphics().drawImage(image, 0, 0, null);
        int width = (int) Math.max(1, Math.ceil(image.getWidth() * scale));
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        return new AffineTransformOp(AffineTransform.getScaleInstance(scale, scale), AffineTransformOp.TYPE_BILINEAR)
                .filter(colours, target);
    }
}
