package org.riskmap.ogc.wms;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.riskmap.ogc.Png;

/** What a map is answered as. */
enum MapFormat {
    PNG("image/png", "image/png"),
    PNG8("image/png; mode=8bit", "image/png; mode=8bit", "image/png8"),
    JPEG("image/jpeg", "image/jpeg", "image/jpg"),
    GIF("image/gif", "image/gif"),
    TIFF("image/tiff", "image/tiff"),
    GEOTIFF("image/geotiff", "image/geotiff"),
    PDF("application/pdf", "application/pdf"),
    VECTOR_TILE(
            "application/vnd.mapbox-vector-tile",
            "application/vnd.mapbox-vector-tile",
            "application/x-protobuf;type=mapbox-vector");

    private static final float JPEG_QUALITY = 0.88f;
    private static final Set<MapFormat> CLEAR = Set.of(PNG, PNG8, GIF, TIFF, GEOTIFF);
    private static final Set<MapFormat> LEGENDS = Set.of(PNG, PNG8, JPEG, GIF);

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
        return CLEAR.contains(this);
    }

    /** Whether a legend, or a failure, can be given so. */
    boolean forLegends() {
        return LEGENDS.contains(this);
    }

    /**
     * How many times finer than asked for a picture is drawn: paper shows more than a screen.
     *
     * @param pixels of the map asked for
     * @param mostPixels that may be drawn
     */
    int finer(long pixels, long mostPixels) {
        return this == PDF ? (int) Math.max(1, Math.min(3, Math.sqrt((double) mostPixels / pixels))) : 1;
    }

    /** The names that capabilities list: the first of each, and before 1.3.0 GeoServer's short one. */
    static List<String> offered(WmsVersion version) {
        List<String> names = new ArrayList<>();
        for (MapFormat format : values()) {
            names.add(format.names.get(0));
            if (format == PNG8 && version == WmsVersion.V1_1_1) {
                names.add("image/png8");
            }
        }
        return names;
    }

    static Optional<MapFormat> named(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(format ->
                        format.names.stream().anyMatch(each -> plain(each).equals(plain)))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    /**
     * Writes an ARGB or RGB picture; not for {@link #VECTOR_TILE}.
     *
     * @param frame that the picture shows, at the size asked for
     */
    void write(BufferedImage picture, MapRequest.Frame frame, OutputStream out) throws IOException {
        switch (this) {
            case TIFF -> Tiff.write(picture, null, out);
            case GEOTIFF -> Tiff.write(picture, frame, out);
            case PDF -> PdfSheet.write(onWhite(picture), frame, out);
            case VECTOR_TILE -> throw new IllegalArgumentException("a vector tile is no picture");
            default -> writeLegend(picture, out);
        }
    }

    /** Writes a picture that shows no place. */
    void writeLegend(BufferedImage picture, OutputStream out) throws IOException {
        switch (this) {
            case PNG -> Png.write(picture, out);
            case PNG8 -> Png.write(Palette.reduce(picture), out);
            case GIF -> ImageIO.write(Palette.reduce(picture), "gif", out);
            case JPEG -> encode(onWhite(picture), "jpeg", JPEG_QUALITY, out);
            default -> throw new IllegalArgumentException(this + " needs a place");
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
