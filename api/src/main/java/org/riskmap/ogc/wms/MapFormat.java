package org.riskmap.ogc.wms;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** How a picture is encoded. */
enum MapFormat {
    PNG("image/png", "image/png"),
    PNG8("image/png; mode=8bit", "image/png; mode=8bit", "image/png8", "image/png;mode=8bit"),
    JPEG("image/jpeg", "image/jpeg", "image/jpg");

    private static final float JPEG_QUALITY = 0.88f;
    private static final float PNG_QUALITY = 0.75f; // zlib level 2: maps compress well and are wanted quickly

    private final String contentType;
    private final List<String> names;

    MapFormat(String contentType, String... names) {
        this.contentType = contentType;
        this.names = List.of(names);
    }

    String contentType() {
        return contentType;
    }

    boolean carriesTransparency() {
        return this != JPEG;
    }

    /** The names that capabilities list. */
    static List<String> offered(WmsVersion version) {
        return version == WmsVersion.V1_3_0
                ? List.of("image/png", "image/png; mode=8bit", "image/jpeg")
                : List.of("image/png", "image/png8", "image/png; mode=8bit", "image/jpeg");
    }

    static Optional<MapFormat> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.names.contains(lower))
                .findFirst();
    }

    /** Writes an ARGB picture. */
    void write(BufferedImage picture, OutputStream out) throws IOException {
        switch (this) {
            case PNG -> encode(picture, "png", PNG_QUALITY, out);
            case PNG8 -> encode(Palette.reduce(picture), "png", PNG_QUALITY, out);
            default -> encode(onWhite(picture), "jpeg", JPEG_QUALITY, out);
        }
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static void encode(BufferedImage picture, String name, float quality, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(name).next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
    }
}
