package org.riskmap.evacuation;

import java.util.Arrays;
import org.riskmap.network.Closures;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.TravelCosts;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.traveltime.NearestTarget;

/**
 * Says for any position on a grid's land to which target somebody would go: along the nearest stretch of road that he can
 * walk to, within the limit.
 */
final class LandLabels {

    /** In place of a target where nobody can go within the limit. */
    static final int NONE = -1;

    private final LandGrid grid;
    private final Stretches stretches;
    private final TravelCosts costs;
    private final Closures closures;
    private final RiverCells rivers;
    private final StretchCosts ways;
    private final double maxSnapM;

    /** By point: the stretch people walk to, {@link #NONE} where there is none near enough. */
    private final int[] stretch;

    LandLabels(
            LandGrid grid,
            Stretches stretches,
            RoadNetwork network,
            TravelCosts costs,
            NearestTarget targets,
            double maxSnapM,
            long limit) {
        this.grid = grid;
        this.stretches = stretches;
        this.costs = costs;
        this.closures = costs.closures();
        this.rivers = new RiverCells(grid, network.rivers());
        this.ways = new StretchCosts(stretches, costs, targets, limit);
        this.maxSnapM = maxSnapM;
        this.stretch = new int[grid.points()];
        findNearest();
        lookAround(blocked());
    }

    /** The stretch that people at a point walk to. */
    int stretchAt(int point) {
        return stretch[point];
    }

    /** Nearest stretch of each point, whatever lies between. */
    private void findNearest() {
        Arrays.fill(stretch, NONE);
        float[] squareM = new float[grid.points()];
        Arrays.fill(squareM, (float) (maxSnapM * maxSnapM));
        boolean[] avoided = avoided();
        for (int s = 0; s < stretches.count; s++) {
            double perLat = grid.metresPerLat(stretches.lat1[s]);
            double reachRows = maxSnapM / (perLat * (grid.lat(1) - grid.lat(0))) + 1;
            int south =
                    (int) Math.max(0, Math.ceil(grid.row(Math.min(stretches.lat1[s], stretches.lat2[s])) - reachRows));
            int north = (int) Math.min(
                    grid.rows - 1, Math.floor(grid.row(Math.max(stretches.lat1[s], stretches.lat2[s])) + reachRows));
            for (int row = south; row <= north; row++) {
                offerRow(s, row, squareM, avoided);
            }
        }
    }

    private void offerRow(int s, int row, float[] squareM, boolean[] avoided) {
        double lat = grid.lat(row);
        double perLon = grid.metresPerLon(lat);
        double perLat = grid.metresPerLat(lat);
        double x1 = (stretches.lon1[s] - grid.lon(0)) * perLon;
        double y1 = (stretches.lat1[s] - lat) * perLat;
        double dx = (stretches.lon2[s] - stretches.lon1[s]) * perLon;
        double dy = (stretches.lat2[s] - stretches.lat1[s]) * perLat;
        double square = dx * dx + dy * dy;
        double step = grid.stepLon() * perLon;
        int west = (int) Math.max(0, Math.ceil((Math.min(x1, x1 + dx) - maxSnapM) / step));
        int east = (int) Math.min(grid.columns - 1, Math.floor((Math.max(x1, x1 + dx) + maxSnapM) / step));
        for (int column = west; column <= east; column++) {
            double x = column * step;
            double share = Math.max(0, Math.min(1, ((x - x1) * dx - y1 * dy) / square));
            double offX = x1 + share * dx - x;
            double offY = y1 + share * dy;
            float distance = (float) (offX * offX + offY * offY);
            int point = row * grid.columns + column;
            if (distance < squareM[point] && (!stretches.inside[s] || avoided[point])) {
                squareM[point] = distance;
                stretch[point] = s;
            }
        }
    }

    private boolean[] avoided() {
        boolean[] avoided = new boolean[grid.points()];
        if (closures.avoidsNear(grid.lon(0), grid.lat(0), grid.lon(grid.columns), grid.lat(grid.rows))) {
            for (int point = 0; point < avoided.length; point++) {
                avoided[point] = closures.avoided(lon(point), lat(point));
            }
        }
        return avoided;
    }

    /** Points that cannot walk to their nearest stretch; they lose it. */
    private int[] blocked() {
        int[] blocked = new int[64];
        int count = 0;
        for (int point = 0; point < stretch.length; point++) {
            int s = stretch[point];
            if (s != NONE && blocks(lon(point), lat(point), s)) {
                stretch[point] = NONE;
                blocked = count == blocked.length ? Arrays.copyOf(blocked, 2 * count) : blocked;
                blocked[count++] = point;
            }
        }
        return Arrays.copyOf(blocked, count);
    }

    /** Lets blocked points walk to a neighbour's stretch where they can, round by round, from those that found one. */
    private void lookAround(int[] blocked) {
        boolean[] waiting = new boolean[stretch.length];
        for (int point : blocked) {
            waiting[point] = true;
        }
        int[] open = blocked;
        while (open.length > 0) {
            int[] found = new int[open.length];
            for (int i = 0; i < open.length; i++) {
                found[i] = bestOfNeighbours(open[i]);
            }
            int[] next = new int[8 * open.length];
            int count = 0;
            for (int i = 0; i < open.length; i++) {
                if (found[i] != NONE) {
                    stretch[open[i]] = found[i];
                    waiting[open[i]] = false;
                }
            }
            for (int i = 0; i < open.length; i++) {
                count = found[i] == NONE ? count : addWaiting(open[i], waiting, next, count);
            }
            open = Arrays.stream(next, 0, count).sorted().distinct().toArray();
        }
    }

    private int addWaiting(int point, boolean[] waiting, int[] next, int count) {
        int size = count;
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                int neighbour = point + row * grid.columns + column;
                if (neighbour >= 0 && neighbour < waiting.length && waiting[neighbour]) {
                    next[size++] = neighbour;
                }
            }
        }
        return size;
    }

    private int bestOfNeighbours(int point) {
        int best = NONE;
        double bestM = maxSnapM;
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                int neighbour = point + row * grid.columns + column;
                int s = neighbour >= 0 && neighbour < stretch.length ? stretch[neighbour] : NONE;
                if (s != NONE && s != best) {
                    double distanceM = distanceM(lon(point), lat(point), s);
                    boolean better = distanceM < bestM || distanceM == bestM && s < best;
                    if (better && !blocks(lon(point), lat(point), s)) {
                        best = s;
                        bestM = distanceM;
                    }
                }
            }
        }
        return best;
    }

    private double lon(int point) {
        return grid.lon(point % grid.columns);
    }

    private double lat(int point) {
        return grid.lat(point / grid.columns);
    }

    /** The target people at a point go to. */
    int labelAt(int point) {
        int s = stretch[point];
        return s == NONE || !ways.reaching(s) ? NONE : label(lon(point), lat(point), s, true);
    }

    /** The target people at a position go to, when only two stretches come into question. */
    int labelAt(double lon, double lat, int s1, int s2) {
        if (s1 == s2 || s2 == NONE) {
            return s1 == NONE ? NONE : label(lon, lat, s1, false);
        }
        if (s1 == NONE) {
            return label(lon, lat, s2, false);
        }
        double far1 = distanceM(lon, lat, s1);
        double far2 = distanceM(lon, lat, s2);
        int near = far1 <= far2 ? s1 : s2;
        boolean stuck = Math.min(far1, far2) <= maxSnapM && blocks(lon, lat, near);
        return label(lon, lat, stuck ? s1 + s2 - near : near, false);
    }

    /** The target of people who walk to one stretch; none where it is too far or, unless that is known, out of their way. */
    private int label(double lon, double lat, int s, boolean known) {
        if (!ways.reaching(s)) {
            return NONE;
        }
        double share = share(lon, lat, s);
        double roadLon = stretches.lon1[s] + share * (stretches.lon2[s] - stretches.lon1[s]);
        double roadLat = stretches.lat1[s] + share * (stretches.lat2[s] - stretches.lat1[s]);
        double walkM = Math.hypot((roadLon - lon) * grid.metresPerLon(lat), (roadLat - lat) * grid.metresPerLat(lat));
        if (!known && (walkM > maxSnapM || blocks(lon, lat, roadLon, roadLat))) {
            return NONE;
        }
        long leg = costs.rule().least() == Least.TIME
                ? costs.walkMs(lon, lat, roadLon, roadLat, walkM)
                : Math.round(walkM * 1000);
        return ways.target(s, share, leg);
    }

    private boolean blocks(double lon, double lat, int s) {
        double share = share(lon, lat, s);
        return blocks(
                lon,
                lat,
                stretches.lon1[s] + share * (stretches.lon2[s] - stretches.lon1[s]),
                stretches.lat1[s] + share * (stretches.lat2[s] - stretches.lat1[s]));
    }

    private boolean blocks(double lon, double lat, double roadLon, double roadLat) {
        if (rivers.crossed(lon, lat, roadLon, roadLat)) {
            return true;
        }
        return closures.avoidsNear(
                        Math.min(lon, roadLon), Math.min(lat, roadLat), Math.max(lon, roadLon), Math.max(lat, roadLat))
                && closures.walkEnters(lon, lat, roadLon, roadLat);
    }

    private double distanceM(double lon, double lat, int s) {
        double share = share(lon, lat, s);
        double offLon = stretches.lon1[s] + share * (stretches.lon2[s] - stretches.lon1[s]) - lon;
        double offLat = stretches.lat1[s] + share * (stretches.lat2[s] - stretches.lat1[s]) - lat;
        return Math.hypot(offLon * grid.metresPerLon(lat), offLat * grid.metresPerLat(lat));
    }

    /** Where on a stretch the nearest place to a position is, 0 to 1. */
    private double share(double lon, double lat, int s) {
        double perLon = grid.metresPerLon(lat);
        double perLat = grid.metresPerLat(lat);
        double dx = (stretches.lon2[s] - stretches.lon1[s]) * perLon;
        double dy = (stretches.lat2[s] - stretches.lat1[s]) * perLat;
        double square = dx * dx + dy * dy;
        double along = (lon - stretches.lon1[s]) * perLon * dx + (lat - stretches.lat1[s]) * perLat * dy;
        return square == 0 ? 0 : Math.max(0, Math.min(1, along / square));
    }
}
