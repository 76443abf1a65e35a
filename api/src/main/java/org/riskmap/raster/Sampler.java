package org.riskmap.raster;

import java.util.Arrays;

/**
 * One thread's look at one band of a file in one resolution. Inside a tile it reads from one array with nothing to look up;
 * tiles that it has seen it finds again without asking the file for them, on which threads would wait for each other.
 */
public final class Sampler {

    /** Where tiles come from. */
    interface Tiles {
        /** The cells of a tile by band, in rows as wide as the level's tiles; NaN where there is no data. */
        float[][] tile(Level level, int across, int down);
    }

    private static final int SEEN = 64;

    private final Tiles tiles;
    private final Level level;
    private final int band;
    private final Resampling resampling;
    private final double west;
    private final double north;
    private final double perX;
    private final double perY;
    private final int[] seen = new int[SEEN];
    private final float[][] cellsOfSeen = new float[SEEN][];

    // the tile that is open: its cells, and which columns and rows of the level it holds
    private float[] cells = new float[0];
    private int firstColumn;
    private int endColumn;
    private int firstRow;
    private int endRow;

    /**
     * @param band from 0
     * @param west x of the level's west edge
     * @param north y of its north edge
     * @param perX columns per unit of x
     * @param perY rows per unit of y
     */
    Sampler(
            Tiles tiles,
            Level level,
            int band,
            Resampling resampling,
            double west,
            double north,
            double perX,
            double perY) {
        this.tiles = tiles;
        this.level = level;
        this.band = band;
        this.resampling = resampling;
        this.west = west;
        this.north = north;
        this.perX = perX;
        this.perY = perY;
        Arrays.fill(seen, -1);
    }

    /**
     * The numbers at positions.
     *
     * @param xy x0, y0, x1, y1, … in the file's system; NaN positions give NaN
     * @param count positions to read
     * @return one number for each position; NaN outside the file and where it holds no data
     * @throws RasterUnreadable where the file is damaged or was changed meanwhile
     */
    public float[] at(double[] xy, int count) {
        return resampling == Resampling.NEAREST ? nearest(xy, count) : bilinear(xy, count);
    }

    /** The cells that positions lie in. */
    private float[] nearest(double[] xy, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            double column = (xy[2 * i] - west) * perX;
            double row = (north - xy[2 * i + 1]) * perY;
            values[i] = inside(column, row) ? cell((int) column, (int) row) : Float.NaN;
        }
        return values;
    }

    /** The four cells whose middles are around positions, by their nearness. */
    private float[] bilinear(double[] xy, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            double column = (xy[2 * i] - west) * perX;
            double row = (north - xy[2 * i + 1]) * perY;
            values[i] = inside(column, row) ? bilinear(column, row) : Float.NaN;
        }
        return values;
    }

    private boolean inside(double column, double row) {
        return column >= 0 && row >= 0 && column < level.width() && row < level.height();
    }

    private float bilinear(double column, double row) {
        int left = (int) Math.floor(column - 0.5);
        int top = (int) Math.floor(row - 0.5);
        if (left < firstColumn || left + 1 >= endColumn || top < firstRow || top + 1 >= endRow) {
            open((int) column, (int) row);
            if (left < firstColumn || left + 1 >= endColumn || top < firstRow || top + 1 >= endRow) {
                return ofKnown(column, row, left, top);
            }
        }
        int at = (top - firstRow) * level.tileWidth() + left - firstColumn;
        int below = at + level.tileWidth();
        double east = column - 0.5 - left;
        double south = row - 0.5 - top;
        double leftUp = (1 - east) * (1 - south);
        double rightUp = east * (1 - south);
        double leftDown = (1 - east) * south;
        double rightDown = east * south;
        double sum =
                leftUp * cells[at] + rightUp * cells[at + 1] + leftDown * cells[below] + rightDown * cells[below + 1];
        return Double.isNaN(sum)
                ? ofKnown(column, row, left, top)
                : (float) (sum / (leftUp + rightUp + leftDown + rightDown));
    }

    /** As {@link #bilinear(double, double)}, where the four are not in one tile, or not all hold data: of those that do. */
    private float ofKnown(double column, double row, int left, int top) {
        float here = cell((int) column, (int) row);
        if (Float.isNaN(here)) {
            return here;
        }
        double east = column - 0.5 - left;
        double south = row - 0.5 - top;
        double sum = 0;
        double weights = 0;
        for (int corner = 0; corner < 4; corner++) {
            int x = Math.min(Math.max(left + (corner & 1), 0), level.width() - 1);
            int y = Math.min(Math.max(top + (corner >> 1), 0), level.height() - 1);
            float value = cell(x, y);
            if (!Float.isNaN(value)) {
                double weight = ((corner & 1) == 0 ? 1 - east : east) * ((corner >> 1) == 0 ? 1 - south : south);
                sum += weight * value;
                weights += weight;
            }
        }
        return weights > 0 ? (float) (sum / weights) : here;
    }

    private float cell(int column, int row) {
        if (column < firstColumn || column >= endColumn || row < firstRow || row >= endRow) {
            open(column, row);
        }
        return cells[(row - firstRow) * level.tileWidth() + column - firstColumn];
    }

    /** Opens the tile that holds a cell. */
    private void open(int column, int row) {
        int across = column / level.tileWidth();
        int down = row / level.tileHeight();
        int tile = down * level.tilesAcross() + across;
        int slot = tile % SEEN;
        if (seen[slot] != tile) {
            cellsOfSeen[slot] = tiles.tile(level, across, down)[band];
            seen[slot] = tile;
        }
        cells = cellsOfSeen[slot];
        firstColumn = across * level.tileWidth();
        endColumn = Math.min(firstColumn + level.tileWidth(), level.width());
        firstRow = down * level.tileHeight();
        endRow = Math.min(firstRow + level.tileHeight(), level.height());
    }
}
