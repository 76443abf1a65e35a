package org.riskmap.raster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.InvalidInput;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

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

    static GeoTags read(Path file, IIOMetadata metadata) {
        Map<Integer, List<String>> tags = tags(metadata);
        double[] affine = affine(file, tags);
        if (key(tags, RASTER_TYPE_KEY) == PIXEL_IS_POINT) {
            affine[0] -= affine[2] / 2;
            affine[1] += affine[3] / 2;
        }
        return new GeoTags(crs(file, tags), affine[0], affine[1], affine[2], affine[3], noData(file, tags));
    }

    /** West, north, cell width, cell height. */
    private static double[] affine(Path file, Map<Integer, List<String>> tags) {
        double[] scale = numbers(tags, PIXEL_SCALE);
        double[] tie = numbers(tags, TIE_POINT);
        if (scale.length >= 2 && tie.length >= 6) {
            return new double[] {tie[3] - tie[0] * scale[0], tie[4] + tie[1] * scale[1], scale[0], scale[1]};
        }
        double[] matrix = numbers(tags, TRANSFORMATION);
        if (matrix.length == 16 && matrix[1] == 0 && matrix[4] == 0 && matrix[5] < 0) {
            return new double[] {matrix[3], matrix[7], matrix[0], -matrix[5]};
        }
        throw new RasterUnreadable(
                file, "it does not say where its cells lie, or is rotated", "warp it to north up with gdalwarp");
    }

    private static Crs crs(Path file, Map<Integer, List<String>> tags) {
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
    private static int key(Map<Integer, List<String>> tags, int id) {
        double[] directory = numbers(tags, KEY_DIRECTORY);
        for (int i = 4; i + 3 < directory.length; i += 4) {
            if (directory[i] == id && directory[i + 1] == 0) {
                return (int) directory[i + 3];
            }
        }
        return 0;
    }

    private static double[] numbers(Map<Integer, List<String>> tags, int tag) {
        return tags.getOrDefault(tag, List.of()).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The values of each tag as the reader's metadata tree writes them. */
    private static Map<Integer, List<String>> tags(IIOMetadata metadata) {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        NodeList fields = root.getElementsByTagName("TIFFField");
        Map<Integer, List<String>> tags = new HashMap<>();
        for (int i = 0; i < fields.getLength(); i++) {
            Element field = (Element) fields.item(i);
            List<String> values = new ArrayList<>();
            NodeList inner = field.getElementsByTagName("*");
            for (int j = 0; j < inner.getLength(); j++) {
                Element value = (Element) inner.item(j);
                if (value.hasAttribute("value")) {
                    values.add(value.getAttribute("value"));
                }
            }
            tags.put(Integer.parseInt(field.getAttribute("number")), values);
        }
        return tags;
    }

    private static double noData(Path file, Map<Integer, List<String>> tags) {
        List<String> field = tags.getOrDefault(GDAL_NO_DATA, List.of());
        if (field.isEmpty()) {
            return Double.NaN;
        }
        String text = field.get(0).replace("\0", "").strip();
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
