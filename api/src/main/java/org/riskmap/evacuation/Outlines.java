package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws the borders between labelled points of a grid: marching squares for many labels. Neighbouring areas share every
 * vertex, so they neither overlap nor leave gaps; rings are simple and share no vertex, so the polygons are valid.
 */
final class Outlines {

    /** How near a vertex may come to a point of the grid, as a share of the step: keeps vertices apart when written. */
    private static final double CLEARANCE = 0.02;

    private static final int NOWHERE = -1;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Finds the border on the way between two neighbouring points. */
    interface Border {
        /** Share of the way from the first point to the second where the first one's label ends. */
        double share(int fromPoint, int toPoint);
    }

    private final LandGrid.Window grid;
    private final int[] label;
    private final Border border;

    /** By side of a cell or its middle, see {@link #vertex}: number of the vertex there plus one, 0 where there is none. */
    private final int[] vertexAt;

    private Coordinate[] vertices = new Coordinate[1024];
    private int vertexCount;

    /** Pieces of borders: whose area lies to the right, and its vertices. */
    private int[] owners = new int[1024];

    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int links;
    private int areaCount;

    /**
     * @param label by point; negative: no area. Points on the grid's rim have none
     */
    Outlines(LandGrid.Window grid, int[] label, Border border) {
        this.grid = grid;
        this.label = label;
        this.border = border;
        this.vertexAt = new int[3 * grid.points()];
        for (int row = 0; row + 1 < grid.rows(); row++) {
            for (int column = 0; column + 1 < grid.columns(); column++) {
                int point = row * grid.columns() + column;
                int north = point + grid.columns();
                if (label[point] != label[point + 1]
                        || label[point] != label[north]
                        || label[point] != label[north + 1]) {
                    cell(point);
                }
            }
        }
    }

    /** One cell: corners and sides counter-clockwise from the south-west corner and the south side. */
    private void cell(int point) {
        int[] corner = {point, point + 1, point + grid.columns() + 1, point + grid.columns()};
        int[] sides = new int[4];
        int count = 0;
        for (int side = 0; side < 4; side++) {
            if (label[corner[side]] != label[corner[(side + 1) % 4]]) {
                sides[count++] = side;
            }
        }
        if (count == 4 && (same(corner, 0, 2) || same(corner, 1, 3))) {
            boolean joinFirst = same(corner, 0, 2) && (!same(corner, 1, 3) || label[corner[0]] > label[corner[1]]);
            cutOff(corner, joinFirst ? 1 : 0);
            cutOff(corner, joinFirst ? 3 : 2);
        } else if (count == 2) {
            int first = vertex(corner, sides[0]);
            int second = vertex(corner, sides[1]);
            link(label[corner[sides[1]]], second, first);
            link(label[corner[sides[0]]], first, second);
        } else {
            meetInside(point, corner, sides, count);
        }
    }

    private boolean same(int[] corner, int a, int b) {
        return label[corner[a]] == label[corner[b]];
    }

    /** A line around one corner; the other side of it belongs to that corner's neighbours. */
    private void cutOff(int[] corner, int which) {
        int before = vertex(corner, (which + 3) % 4);
        int after = vertex(corner, which);
        link(label[corner[which]], after, before);
        link(label[corner[(which + 1) % 4]], before, after);
    }

    /** Three or four areas meet at a vertex inside the cell. */
    private void meetInside(int point, int[] corner, int[] sides, int count) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < count; i++) {
            int side = vertex(corner, sides[i]);
            Coordinate at = vertices[side];
            x += at.x / count;
            y += at.y / count;
        }
        int centre = put(3 * point + 2, written(x, y));
        for (int i = 0; i < count; i++) {
            int next = sides[(i + 1) % count];
            int owner = label[corner[(sides[i] + 1) % 4]];
            link(owner, vertex(corner, next), centre);
            link(owner, centre, vertex(corner, sides[i]));
        }
    }

    /** The vertex on a side of a cell: found by the side's western or southern point. */
    private int vertex(int[] corner, int side) {
        int at = side == 0 || side == 3 ? corner[0] : side == 1 ? corner[1] : corner[3];
        boolean alongRow = side == 0 || side == 2;
        int place = 3 * at + (alongRow ? 0 : 1);
        if (vertexAt[place] != 0) {
            return vertexAt[place] - 1;
        }
        int next = alongRow ? at + 1 : at + grid.columns();
        double share = Math.max(CLEARANCE, Math.min(1 - CLEARANCE, border.share(at, next)));
        int column = at % grid.columns();
        int row = at / grid.columns();
        return put(
                place,
                alongRow
                        ? written(grid.lon(column + share), grid.lat(row))
                        : written(grid.lon(column), grid.lat(row + share)));
    }

    private int put(int place, Coordinate vertex) {
        if (vertexCount == vertices.length) {
            vertices = Arrays.copyOf(vertices, 2 * vertexCount);
        }
        vertices[vertexCount++] = vertex;
        vertexAt[place] = vertexCount;
        return vertexCount - 1;
    }

    /** As many digits as catchments are written with. */
    private static Coordinate written(double lon, double lat) {
        return new Coordinate(Math.rint(lon * Land.SCALE) / Land.SCALE, Math.rint(lat * Land.SCALE) / Land.SCALE);
    }

    private void link(int owner, int start, int end) {
        if (owner >= 0) {
            if (links == owners.length) {
                owners = Arrays.copyOf(owners, 2 * links);
                from = Arrays.copyOf(from, 2 * links);
                to = Arrays.copyOf(to, 2 * links);
            }
            owners[links] = owner;
            from[links] = start;
            to[links++] = end;
            areaCount = Math.max(areaCount, owner + 1);
        }
    }

    /** The area of each label, by label. */
    Map<Integer, Geometry> areas() {
        int[] first = new int[areaCount + 1];
        for (int link = 0; link < links; link++) {
            first[owners[link] + 1]++;
        }
        for (int area = 0; area < areaCount; area++) {
            first[area + 1] += first[area];
        }
        int[] byOwner = new int[links];
        int[] place = first.clone();
        for (int link = 0; link < links; link++) {
            byOwner[place[owners[link]]++] = link;
        }
        int[] next = new int[vertexCount];
        Arrays.fill(next, NOWHERE);
        Map<Integer, Geometry> areas = new TreeMap<>();
        for (int area = 0; area < areaCount; area++) {
            if (first[area] < first[area + 1]) {
                areas.put(area, area(Arrays.copyOfRange(byOwner, first[area], first[area + 1]), next));
            }
        }
        return areas;
    }

    private Geometry area(int[] ofOwner, int[] next) {
        for (int link : ofOwner) {
            next[from[link]] = to[link];
        }
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (int link : ofOwner) {
            if (next[from[link]] != NOWHERE) {
                Coordinate[] ring = ring(next, from[link]);
                (Area.ofRingSigned(ring) < 0 ? shells : holes).add(FACTORY.createLinearRing(ring));
            }
        }
        List<List<LinearRing>> holesOf = new ArrayList<>();
        shells.forEach(shell -> holesOf.add(new ArrayList<>()));
        @Nullable PointOnGeometryLocator[] locators = new PointOnGeometryLocator[shells.size()];
        holes.forEach(hole -> holesOf.get(shellAround(hole, shells, locators)).add(hole));
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = FACTORY.createPolygon(shells.get(i), holesOf.get(i).toArray(LinearRing[]::new));
        }
        return FACTORY.createMultiPolygon(polygons);
    }

    private Coordinate[] ring(int[] next, int start) {
        List<Coordinate> ring = new ArrayList<>();
        int at = start;
        while (at != NOWHERE) {
            ring.add(vertices[at]);
            int following = next[at];
            next[at] = NOWHERE;
            at = following;
        }
        return ring.toArray(Coordinate[]::new);
    }

    /** The smallest shell that holds a hole. */
    private static int shellAround(
            LinearRing hole, List<LinearRing> shells, @Nullable PointOnGeometryLocator[] locators) {
        Coordinate position = hole.getCoordinateN(0);
        Envelope box = hole.getEnvelopeInternal();
        int best = -1;
        for (int i = 0; i < shells.size(); i++) {
            Envelope shell = shells.get(i).getEnvelopeInternal();
            boolean smaller = best < 0 || shells.get(best).getEnvelopeInternal().contains(shell);
            if (smaller && shell.contains(box)) {
                PointOnGeometryLocator locator = locators[i];
                if (locator == null) {
                    locator = new IndexedPointInAreaLocator(shells.get(i));
                    locators[i] = locator;
                }
                best = locator.locate(position) == Location.EXTERIOR ? best : i;
            }
        }
        if (best < 0) {
            throw new IllegalStateException("a hole lies in no shell");
        }
        return best;
    }
}
