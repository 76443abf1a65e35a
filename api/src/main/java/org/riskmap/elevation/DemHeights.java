package org.riskmap.elevation;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Geodesy;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;
import org.riskmap.raster.RasterFile;
import org.riskmap.raster.Resampling;

/** A DEM's cells in memory: reading a height costs no more than looking at four numbers. Immutable. */
final class DemHeights implements Heights {

    private static final long MOST_CELLS = 400_000_000L;

    private final int width;
    private final int height;
    private final double west;
    private final double north;
    private final double cellWidth;
    private final double cellHeight;
    private final double spacingM;
    private final float[][] rows;
    private final String version;
    private final Reprojection toFile;

    private DemHeights(RasterFile file) {
        this.width = file.width();
        this.height = file.height();
        Envelope box = file.envelope();
        this.west = box.minX();
        this.north = box.maxY();
        this.cellWidth = box.width() / width;
        this.cellHeight = box.height() / height;
        this.toFile = Reprojection.between(Crs.STORAGE, file.crs());
        this.spacingM = file.crs().geographic()
                ? cellHeight * Geodesy.metresPerDegreeLat((box.minY() + box.maxY()) / 2)
                : cellHeight;
        this.rows = new float[height][];
        MessageDigest digest = sha256();
        for (int row = 0; row < height; row++) {
            rows[row] = row(file, row);
            digest.update(bytes(rows[row]));
        }
        digest.update((width + "x" + height + " " + box + " " + file.crs().epsgName()).getBytes());
        this.version = HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    static DemHeights read(Path path) {
        try (RasterFile file = RasterFile.open(path)) {
            if ((long) file.width() * file.height() > MOST_CELLS) {
                throw new InvalidInput(
                        path.toString(),
                        "it has more than " + MOST_CELLS + " cells",
                        "cut it to the county or make its cells larger: gdalwarp -te … -tr …");
            }
            return new DemHeights(file);
        }
    }

    private float[] row(RasterFile file, int row) {
        double[] xy = new double[2 * width];
        for (int column = 0; column < width; column++) {
            xy[2 * column] = west + (column + 0.5) * cellWidth;
            xy[2 * column + 1] = north - (row + 0.5) * cellHeight;
        }
        return file.sample(0, xy, width, 0, Resampling.NEAREST);
    }

    private static byte[] bytes(float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public double metresAt(double lon, double lat) {
        double x = lon;
        double y = lat;
        if (!toFile.identity()) {
            double[] xy = {lon, lat};
            toFile.apply(xy, 1);
            x = xy[0];
            y = xy[1];
        }
        double column = (x - west) / cellWidth - 0.5;
        double row = (north - y) / cellHeight - 0.5;
        if (!(column >= -0.5 && row >= -0.5 && column <= width - 0.5 && row <= height - 0.5)) {
            return Double.NaN;
        }
        int left = Math.max(0, Math.min(width - 2, (int) Math.floor(column)));
        int top = Math.max(0, Math.min(height - 2, (int) Math.floor(row)));
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        double acrossShare = Math.max(0, Math.min(1, column - left));
        double downShare = Math.max(0, Math.min(1, row - top));
        double above = rows[top][left] + acrossShare * (rows[top][right] - rows[top][left]);
        double below = rows[bottom][left] + acrossShare * (rows[bottom][right] - rows[bottom][left]);
        return above + downShare * (below - above);
    }

    @Override
    public double spacingM() {
        return spacingM;
    }

    @Override
    public String version() {
        return version;
    }
}
