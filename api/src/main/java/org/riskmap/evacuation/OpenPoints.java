package org.riskmap.evacuation;

import java.util.BitSet;

/** Points of a grid that have found no road near enough yet; says at once whether any lies in a rectangle. */
final class OpenPoints {

    private final BitSet open;

    /** How many lie south-west of each corner: four look-ups count a rectangle (Crow 1984). */
    private final int[] sums;

    private final int width;

    /**
     * @param squareM squares of the distances found so far, by point
     * @param enough the largest that is near enough
     */
    OpenPoints(LandGrid grid, float[] squareM, double enough) {
        this.open = new BitSet(squareM.length);
        this.width = grid.columns + 1;
        this.sums = new int[width * (grid.rows + 1)];
        for (int row = 0; row < grid.rows; row++) {
            int ofRow = 0;
            for (int column = 0; column < grid.columns; column++) {
                int point = row * grid.columns + column;
                if (squareM[point] > enough) {
                    open.set(point);
                    ofRow++;
                }
                sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] + ofRow;
            }
        }
    }

    boolean is(int point) {
        return open.get(point);
    }

    /** Whether any point of the rectangle, its sides included, is open. */
    boolean any(int west, int south, int east, int north) {
        return sums[(north + 1) * width + east + 1]
                        - sums[south * width + east + 1]
                        - sums[(north + 1) * width + west]
                        + sums[south * width + west]
                > 0;
    }
}
