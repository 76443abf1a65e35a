package org.riskmap.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;

/**
 * An open GeoTIFF (or BigTIFF): cells in rows from north to south, one or more bands of numbers, with its overviews, read by
 * the reader that GeoTools uses. Tiles that were
 * read are kept, up to {@value #KEPT_TILE_BYTES} bytes. Safe for many threads. The file must not be written in place while it
 * is open; a new file is opened anew.
 */
public final class RasterFile implements AutoCloseable {

    private static final long KEPT_TILE_BYTES = 96L << 20;

    private final Path file;
    private final String version;
    private final ImageInputStream stream;
    private final ImageReader reader;
    private final GeoTags tags;
    private final int bands;
    private final boolean bytes;
    private final int @Nullable [] palette;
    private final List<Level> levels;
    private final Map<Long, float[][]> tiles;
    private long keptBytes;

    private RasterFile(Path file, ImageInputStream stream, ImageReader reader) throws IOException {
        this.file = file;
        this.version = Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
        this.stream = stream;
        this.reader = reader;
        this.tags = GeoTags.read(file, reader.getImageMetadata(0));
        ImageTypeSpecifier type = reader.getRawImageType(0);
        this.bands = type == null ? 1 : type.getSampleModel().getNumBands();
        this.bytes = type != null && type.getSampleModel().getDataType() == DataBuffer.TYPE_BYTE;
        this.palette = type != null && type.getColorModel() instanceof IndexColorModel colors ? argb(colors) : null;
        this.levels = levels(reader);
        this.tiles = new LinkedHashMap<>(64, 0.75f, true);
    }

    private static int[] argb(IndexColorModel colors) {
        int[] argb = new int[colors.getMapSize()];
        colors.getRGBs(argb);
        return argb;
    }

    /**
     * Opens a file: tiled or in strips, any of TIFF's integer and float samples, no rotation, EPSG code named.
     *
     * @throws RasterUnreadable where it is missing or not such a file
     */
    public static RasterFile open(Path file) {
        if (!Files.isReadable(file)) {
            throw new RasterUnreadable(file, "there is no such file, or it may not be read", "put a GeoTIFF there");
        }
        try {
            ImageInputStream stream = ImageIO.createImageInputStream(file.toFile());
            ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
            reader.setInput(stream);
            return new RasterFile(file, stream, reader);
        } catch (RasterUnreadable named) {
            throw named;
        } catch (IOException | RuntimeException damaged) { // the reader fails with whatever its parts fail with
            throw new RasterUnreadable(file, damaged);
        }
    }

    private static List<Level> levels(ImageReader reader) throws IOException {
        List<Level> levels = new ArrayList<>();
        for (int image = 0; image < reader.getNumImages(true); image++) {
            Level level = new Level(
                    image,
                    reader.getWidth(image),
                    reader.getHeight(image),
                    reader.getTileWidth(image),
                    reader.getTileHeight(image));
            if (levels.isEmpty()
                    || level.width() < levels.get(levels.size() - 1).width()) {
                levels.add(level);
            }
        }
        return Collections.unmodifiableList(levels);
    }

    public Path file() {
        return file;
    }

    /** Changes when the file does: size and time of the last change. */
    public String version() {
        return version;
    }

    public Crs crs() {
        return tags.crs();
    }

    /** The outer edges of the outermost cells. */
    public Envelope envelope() {
        return new Envelope(
                tags.west(),
                tags.north() - height() * tags.cellHeight(),
                tags.west() + width() * tags.cellWidth(),
                tags.north());
    }

    /** Cells from west to east. */
    public int width() {
        return levels.get(0).width();
    }

    /** Cells from north to south. */
    public int height() {
        return levels.get(0).height();
    }

    public int bands() {
        return bands;
    }

    /** Whether its numbers are whole, from 0 to 255. */
    public boolean bytes() {
        return bytes;
    }

    /** The colours that its numbers stand for, 0xAARRGGBB; null where they are numbers. */
    public int @Nullable [] palette() {
        return palette == null ? null : palette.clone();
    }

    /** Width of a cell in units of the reference system. */
    public double cellWidth() {
        return tags.cellWidth();
    }

    /**
     * The band's numbers at positions, for reading many rows of them. For one thread.
     *
     * @param band from 0
     * @param pixelSize distance between neighbouring positions in units of the file's system: the coarsest overview that is
     *     not coarser is read; 0 for the finest
     */
    public Sampler sampler(int band, double pixelSize, Resampling resampling) {
        if (band < 0 || band >= bands) {
            throw new IllegalArgumentException("band " + band + " of " + bands);
        }
        Level level = levelFor(pixelSize);
        double perX = level.width() / (tags.cellWidth() * width());
        double perY = level.height() / (tags.cellHeight() * height());
        return new Sampler(this::tile, level, band, resampling, tags.west(), tags.north(), perX, perY);
    }

    /**
     * The band's numbers at some positions: {@link #sampler} used once.
     *
     * @param xy x0, y0, x1, y1, … in the file's system; NaN positions give NaN
     * @param count positions to read
     * @return one number for each position; NaN outside the file and where it holds no data
     * @throws RasterUnreadable where the file is damaged or was changed meanwhile
     */
    public float[] sample(int band, double[] xy, int count, double pixelSize, Resampling resampling) {
        return sampler(band, pixelSize, resampling).at(xy, count);
    }

    private Level levelFor(double pixelSize) {
        Level fitting = levels.get(0);
        for (Level level : levels) {
            if (tags.cellWidth() * width() / level.width() <= pixelSize * 1.01) {
                fitting = level;
            }
        }
        return fitting;
    }

    private synchronized float[][] tile(Level level, int across, int down) {
        long key = (long) level.image() << 48 | (long) down << 24 | across;
        float[][] kept = tiles.get(key);
        if (kept == null) {
            kept = decode(level, across, down);
            tiles.put(key, kept);
            keptBytes += bytes(kept);
            dropOldest();
        }
        return kept;
    }

    private void dropOldest() {
        Iterator<float[][]> oldest = tiles.values().iterator();
        while (keptBytes > KEPT_TILE_BYTES && tiles.size() > 1) {
            keptBytes -= bytes(oldest.next());
            oldest.remove();
        }
    }

    private static long bytes(float[][] tile) {
        return 4L * tile.length * tile[0].length;
    }

    private float[][] decode(Level level, int across, int down) {
        try {
            Raster cells = reader.readTile(level.image(), across, down).getRaster();
            int size = level.tileWidth() * level.tileHeight();
            float[][] numbers = new float[bands][size];
            for (int band = 0; band < bands; band++) {
                java.util.Arrays.fill(numbers[band], Float.NaN);
                float[] line = new float[cells.getWidth()];
                for (int row = 0; row < cells.getHeight(); row++) {
                    cells.getSamples(cells.getMinX(), cells.getMinY() + row, cells.getWidth(), 1, band, line);
                    for (int column = 0; column < line.length; column++) {
                        numbers[band][row * level.tileWidth() + column] = known(line[column]);
                    }
                }
            }
            return numbers;
        } catch (IOException | RuntimeException damaged) {
            throw new RasterUnreadable(file, damaged);
        }
    }

    private float known(float number) {
        return number == (float) tags.noData() ? Float.NaN : number;
    }

    @Override
    public synchronized void close() {
        reader.dispose();
        tiles.clear();
        try {
            stream.close();
        } catch (IOException failed) {
            throw new RasterUnreadable(file, failed);
        }
    }
}
