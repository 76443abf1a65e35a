package org.riskmap.demo;

/** Heights between the centres of a grid's cells. */
final class Surface {

    private Surface() {}

    /** The plane through the four nearest centres; beyond the edge, the edge. */
    static double bilinear(Grid grid, float[] height, double x, double y) {
        double u = clamp((x - grid.minX()) / grid.cellM() - 0.5, grid.cols() - 1.000001);
        double v = clamp((y - grid.minY()) / grid.cellM() - 0.5, grid.rows() - 1.000001);
        int col = (int) u;
        int row = (int) v;
        double fu = u - col;
        double fv = v - row;
        int cell = grid.cell(col, row);
        double south = height[cell] + (height[cell + 1] - height[cell]) * fu;
        int above = cell + grid.cols();
        double north = height[above] + (height[above + 1] - height[above]) * fu;
        return south + (north - south) * fv;
    }

    /** The smooth surface through the sixteen nearest centres (Catmull and Rom 1974); bilinear near the edge. */
    static double smooth(Grid grid, float[] height, double x, double y) {
        double u = (x - grid.minX()) / grid.cellM() - 0.5;
        double v = (y - grid.minY()) / grid.cellM() - 0.5;
        int col = (int) u;
        int row = (int) v;
        if (u < 1 || v < 1 || col >= grid.cols() - 2 || row >= grid.rows() - 2) {
            return bilinear(grid, height, x, y);
        }
        double fu = u - col;
        int first = grid.cell(col - 1, row - 1);
        double a = along(height, first, fu);
        double b = along(height, first + grid.cols(), fu);
        double c = along(height, first + 2 * grid.cols(), fu);
        double d = along(height, first + 3 * grid.cols(), fu);
        return curve(a, b, c, d, v - row);
    }

    private static double along(float[] height, int first, double t) {
        return curve(height[first], height[first + 1], height[first + 2], height[first + 3], t);
    }

    private static double curve(double a, double b, double c, double d, double t) {
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    private static double clamp(double value, double greatest) {
        return Math.max(0, Math.min(greatest, value));
    }
}
