package org.riskmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;

/** Pictures as TIFF 6.0, with a place as GeoTIFF 1.0 (OGC 19-008r4). */
final class Tiff {

    private static final int MODEL_TYPE = 1024;
    private static final int RASTER_TYPE = 1025;
    private static final int GEOGRAPHIC_SYSTEM = 2048;
    private static final int PROJECTED_SYSTEM = 3072;

    private Tiff() {}

    /** @param frame that the picture shows; null writes no place */
    static void write(BufferedImage picture, MapRequest.@Nullable Frame frame, OutputStream out) throws IOException {
        ImageWriter writer = writer();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionType("Deflate");
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), settings);
            if (frame != null) {
                TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
                directory.addTagSet(GeoTIFFTagSet.getInstance());
                place(directory, frame);
                metadata = directory.getAsMetadata();
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, metadata), settings);
        } finally {
            writer.dispose();
        }
    }

    /** The JDK's own; others on the class path do not know the JDK's tags. */
    private static ImageWriter writer() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java has no TIFF writer; install a full JDK or JRE");
    }

    private static void place(TIFFDirectory directory, MapRequest.Frame frame) {
        Envelope box = frame.envelope();
        double[] scale = {box.width() / frame.width(), box.height() / frame.height(), 0};
        double[] tie = {0, 0, 0, box.minX(), box.maxY(), 0};
        boolean geographic = frame.crs().geographic();
        char[] keys = {
            1,
            1,
            0,
            3,
            MODEL_TYPE,
            0,
            1,
            (char) (geographic ? 2 : 1),
            RASTER_TYPE,
            0,
            1,
            1,
            (char) (geographic ? GEOGRAPHIC_SYSTEM : PROJECTED_SYSTEM),
            0,
            1,
            (char) frame.crs().code()
        };
        add(directory, GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE, TIFFTag.TIFF_DOUBLE, scale.length, scale);
        add(directory, GeoTIFFTagSet.TAG_MODEL_TIE_POINT, TIFFTag.TIFF_DOUBLE, tie.length, tie);
        add(directory, GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY, TIFFTag.TIFF_SHORT, keys.length, keys);
    }

    private static void add(TIFFDirectory directory, int tag, int type, int count, Object values) {
        directory.addTIFFField(new TIFFField(GeoTIFFTagSet.getInstance().getTag(tag), type, count, values));
    }
}
