package org.riskmap.raster;

import java.nio.file.Path;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.InvalidInput;

/**
 * Where a TIFF's cells lie: north up, no rotation. Source: OGC GeoTIFF 1.1 (19-008r4), and GDAL's tag for the number that
 * means no data.
 *
 * @param crs of the coordinates
 * @param west x of the west edge of the westernmost cells
 * @param north y of the north edge of the northernmost cells
 * @param cellWidth in units of the system, positive
 * @param cellHeight in units of the system, positive
 * @param noData the number for no data; NaN where none is named
 */
record GeoTags(Crs crs, double west, double north, double cellWidth, double cellHeight, double noData) {

    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINT = 33922;
    private static final int TRANSFORMATION = 34264;
    private static final int KEY_DIRECTORY = 34735;
    private static final int GDAL_NO_DATA = 42113;
    private static final int RASTER_TYPE_KEY = 1025;
    private static final int GEOGRAPHIC_TYPE_KEY = 2048;
    private static final int PROJECTED_TYPE_KEY = 3072;
    private static final int PIXEL_IS_POINT = 2;
    private static final int USER_DEFINED = 32767;

    static GeoTags read(Path file, IIOMetadata metadata) throws javax.imageio.metadata.IIOInvalidTreeException {
        TIFFDirectory tags = TIFFDirectory.createFromMetadata(metadata);
        double[] affine = affine(file, tags);
        if (key(tags, RASTER_TYPE_KEY) == PIXEL_IS_POINT) {
            affine[0] -= affine[2] / 2;
            affine[1] += affine[3] / 2;
        }
        return new GeoTags(crs(file, tags), affine[0], affine[1], affine[2], affine[3], noData(file, tags));
    }

    /** West, north, cell width, cell height. */
    private static double[] affine(Path file, TIFFDirectory tags) {
        TIFFField scale = tags.getTIFFField(PIXEL_SCALE);
        TIFFField tie = tags.getTIFFField(TIE_POINT);
        if (scale != null && tie != null) {
            double width = scale.getAsDouble(0);
            double height = scale.getAsDouble(1);
            return new double[] {
                tie.getAsDouble(3) - tie.getAsDouble(0) * width,
                tie.getAsDouble(4) + tie.getAsDouble(1) * height,
                width,
                height
            };
        }
        TIFFField matrix = tags.getTIFFField(TRANSFORMATION);
        if (matrix != null && matrix.getAsDouble(1) == 0 && matrix.getAsDouble(4) == 0 && matrix.getAsDouble(5) < 0) {
            return new double[] {
                matrix.getAsDouble(3), matrix.getAsDouble(7), matrix.getAsDouble(0), -matrix.getAsDouble(5)
            };
        }
        throw new RasterUnreadable(
                file, "it does not say where its cells lie, or is rotated", "warp it to north up with gdalwarp");
    }

    private static Crs crs(Path file, TIFFDirectory tags) {
        int projected = key(tags, PROJECTED_TYPE_KEY);
        int code = projected > 0 ? projected : key(tags, GEOGRAPHIC_TYPE_KEY);
        if (code <= 0 || code == USER_DEFINED) {
            throw new RasterUnreadable(
                    file, "its reference system has no EPSG code", "name one: gdal_translate -a_srs EPSG:4490");
        }
        try {
            return Crs.eastFirst(code);
        } catch (InvalidInput unknown) {
            throw new RasterUnreadable(file, unknown.problem(), "warp it to EPSG:4490 with gdalwarp");
        }
    }

    /** The value of a key that is stored in the directory itself; 0 where it is missing. */
    private static int key(TIFFDirectory tags, int id) {
        TIFFField directory = tags.getTIFFField(KEY_DIRECTORY);
        if (directory == null) {
            return 0;
        }
        int keys = directory.getAsInt(3);
        for (int i = 1; i <= keys; i++) {
            if (directory.getAsInt(4 * i) == id && directory.getAsInt(4 * i + 1) == 0) {
                return directory.getAsInt(4 * i + 3);
            }
        }
        return 0;
    }

    private static double noData(Path file, TIFFDirectory tags) {
        @Nullable TIFFField field = tags.getTIFFField(GDAL_NO_DATA);
        if (field == null) {
            return Double.NaN;
        }
        String text = field.getAsString(0).replace("\0", "").strip();
        try {
            return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new RasterUnreadable(
                    file,
                    "its no-data value '" + text + "' is not a number",
                    "set one: gdal_translate -a_nodata -9999");
        }
    }
}
