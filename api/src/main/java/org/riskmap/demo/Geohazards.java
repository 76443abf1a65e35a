package org.riskmap.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/** Slopes that may slide onto a settlement, and gullies that may send mud into it; a settlement is threatened once. */
final class Geohazards {

    private static final int ZONES = 104;
    private static final int POINTS = 206;
    private static final int LINES = 58;
    private static final int REACH_CELLS = 7;
    private static final double LEAST_SLOPE = 0.36;
    private static final double APART_M = 650;

    /** What a row says of a danger. */
    record Danger(String name, String type, String risk, int persons) {

        /** 国家突发地质灾害应急预案: by threatened persons. */
        String grade() {
            return persons >= 1000 ? "特大型" : persons >= 500 ? "大型" : persons >= 100 ? "中型" : "小型";
        }

        int households() {
            return (persons + 2) / 3;
        }
    }

    record Zone(Danger danger, MultiPolygon shape, double slope) {}

    /** @param zone index of its zone in {@link Geohazards#zones}, or -1 */
    record Point(Danger danger, double x, double y, int zone) {}

    record Line(Danger danger, double[] xy, int zone) {}

    final List<Zone> zones = new ArrayList<>();
    final List<Point> points = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();

    private final Landscape land;
    private final Places places;
    private final Gullies gullies;
    private final long seed;
    private final GeometryFactory factory = new GeometryFactory();
    private final List<double[]> taken = new ArrayList<>();

    Geohazards(Landscape land, Places places, int county, long seed) {
        this.land = land;
        this.places = places;
        this.seed = seed;
        this.gullies = new Gullies(land, seed);
        int first = county * Places.SETTLEMENTS;
        Dice dice = Dice.of(seed, "geohazards", county);
        int[] order = dice.order(Places.SETTLEMENTS);
        int[] zoneOf = new int[Places.SETTLEMENTS];
        java.util.Arrays.fill(zoneOf, -1);
        for (int i : order) {
            consider(places.settlements.get(first + i), i, zoneOf);
        }
        for (int i : order) {
            if (lines.size() < LINES) {
                considerGully(places.settlements.get(first + i), zoneOf[i]);
            }
        }
    }

    private void consider(Settlement settlement, int index, int[] zoneOf) {
        Dice dice = Dice.of(seed, "danger", settlement.cell());
        int foot = steepestNear(settlement.cell());
        if (foot < 0 || points.size() >= POINTS || tooNear(foot)) {
            return;
        }
        double slope = land.slope(foot);
        boolean zoned = zones.size() < ZONES && dice.chance(0.55);
        Danger danger = danger(settlement, slope, dice);
        taken.add(new double[] {land.grid.x(foot), land.grid.y(foot)});
        if (zoned) {
            zoneOf[index] = zones.size();
            zones.add(zone(danger, foot, slope, dice));
        }
        double towards = dice.real(0.05, 0.35);
        points.add(new Point(
                zoned ? part(danger, dice) : danger,
                land.grid.x(foot) + (zoned ? towards * 60 * dice.real(-1, 1) : 0),
                land.grid.y(foot) + (zoned ? towards * 60 * dice.real(-1, 1) : 0),
                zoned ? zones.size() - 1 : -1));
    }

    /** The steepest cell a little above a settlement and near it, or -1 where all is gentle. */
    private int steepestNear(int cell) {
        Grid grid = land.grid;
        int best = -1;
        double bestSlope = LEAST_SLOPE;
        for (int dy = -REACH_CELLS; dy <= REACH_CELLS; dy++) {
            for (int dx = -REACH_CELLS; dx <= REACH_CELLS; dx++) {
                int there = cell + dy * grid.cols() + dx;
                double above = land.heightM[there] - land.heightM[cell];
                boolean near = dx * dx + dy * dy <= REACH_CELLS * REACH_CELLS && dx * dx + dy * dy > 6;
                boolean same = places.villageOf[there] == places.villageOf[cell];
                if (near && same && above > 15 && above < 160 && land.slope(there) > bestSlope) {
                    bestSlope = land.slope(there);
                    best = there;
                }
            }
        }
        return best;
    }

    private boolean tooNear(int cell) {
        double x = land.grid.x(cell);
        double y = land.grid.y(cell);
        return taken.stream().anyMatch(other -> Segments.length(other[0] - x, other[1] - y) < APART_M);
    }

    private Danger danger(Settlement settlement, double slope, Dice dice) {
        int persons = (int) Math.min(1400, settlement.population() * dice.real(0.05, 0.45));
        String type = slope > 0.72 ? "崩塌" : slope > 0.5 ? "滑坡" : dice.chance(0.5) ? "斜坡" : "滑坡";
        double badness = slope + 0.12 * dice.bell();
        String risk = badness > 0.8 ? "high" : badness > 0.62 ? "medium" : badness > 0.46 ? "low" : "watch";
        String side = List.of("后山", "屋后", "东侧", "西侧", "村口", "对面山").get(dice.whole(6));
        return new Danger(settlement.name() + side + type, type, risk, persons);
    }

    private static Danger part(Danger whole, Dice dice) {
        return new Danger(whole.name(), whole.type(), whole.risk(), (int) (whole.persons() * dice.real(0.4, 1)));
    }

    private Zone zone(Danger danger, int cell, double slope, Dice dice) {
        Grid grid = land.grid;
        double east = land.heightM[cell + 1] - land.heightM[cell - 1];
        double north = land.heightM[cell + grid.cols()] - land.heightM[cell - grid.cols()];
        double direction = StrictMath.atan2(north, east);
        double wide = dice.real(70, 190);
        MultiPolygon shape =
                Blob.around(grid.x(cell), grid.y(cell), wide * dice.real(1.1, 1.9), wide, direction, dice, factory);
        return new Zone(
                new Danger(danger.name() + "风险区", danger.type(), danger.risk(), danger.persons()), shape, slope);
    }

    private void considerGully(Settlement settlement, int zone) {
        double @Nullable [] gully = gullies.above(settlement.cell());
        if (gully == null) {
            return;
        }
        Dice dice = Dice.of(seed, "gully", settlement.cell());
        int persons = zone >= 0
                ? zones.get(zone).danger().persons() / 2
                : (int) (settlement.population() * dice.real(0.05, 0.3));
        String risk = List.of("high", "medium", "medium", "low", "watch").get(dice.whole(5));
        lines.add(new Line(new Danger(settlement.name() + "沟泥石流", "泥石流", risk, persons), gully, zone));
    }
}
