package org.riskmap.ogc.wmts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.riskmap.vectortile.VectorTile;

/** How a tile is written. */
public enum TileFormat {
    PNG("image/png", "png", true),
    PNG8("image/png8", "png8", true),
    JPEG("image/jpeg", "jpeg", false),
    VECTOR(VectorTile.MEDIA_TYPE, "pbf", true);

    private final String name;
    private final String extension;
    private final boolean transparent;

    TileFormat(String name, String extension, boolean transparent) {
        this.name = name;
        this.extension = extension;
        this.transparent = transparent;
    }

    /** As requests name it; what comes back may say a wider type. */
    public String mediaType() {
        return name;
    }

    /** As TMS ends its addresses. */
    public String extension() {
        return extension;
    }

    boolean transparent() {
        return transparent;
    }

    /** The format of a media type, in any case of letters. */
    public static Optional<TileFormat> named(String mediaType) {
        String lower = mediaType.toLowerCase(Locale.ROOT).replace(" ", "");
        return Arrays.stream(values())
                .filter(format -> format.name.equals(lower)
                        || format == PNG8 && lower.equals("image/png;mode=8bit")
                        || format == VECTOR && lower.equals("application/x-protobuf;type=mapbox-vector"))
                .findFirst();
    }

    static Optional<TileFormat> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension) || format == JPEG && extension.equals("jpg"))
                .findFirst();
    }
}
