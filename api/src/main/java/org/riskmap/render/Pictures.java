package org.riskmap.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.riskmap.style.Graphic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picture files of styles, kept until the file changes. */
final class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final Map<String, Loaded> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST = 500;

    private record Loaded(String version, @Nullable BufferedImage image) {}

    private Pictures() {}

    /**
     * The picture; null where the file cannot be read, which is logged once.
     *
     * @param pixels height wanted; NaN for the picture's own. A picture made of pixels is given as it is
     */
    static @Nullable BufferedImage image(Graphic.Picture picture, double pixels) {
        Path file = Path.of(picture.location());
        String version = version(file);
        Loaded known = KNOWN.get(picture.location());
        if (known == null || !known.version().equals(version)) {
            if (KNOWN.size() > MOST) {
                KNOWN.clear();
            }
            known = new Loaded(version, read(file));
            KNOWN.put(picture.location(), known);
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

    private static @Nullable BufferedImage read(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                LOG.warn("{} is not a picture that can be drawn; use PNG", file);
            }
            return image;
        } catch (IOException unreadable) {
            LOG.warn("the picture {} of a style cannot be read: {}", file, unreadable.getMessage());
            return null;
        }
    }
}
