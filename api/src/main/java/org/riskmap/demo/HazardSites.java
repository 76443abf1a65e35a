package org.riskmap.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Installations that can harm: mines and ponds up the valleys, filling stations on main roads, works near towns. */
final class HazardSites {

    /** @param grade 1 (highest) to 4, or null where it is no major one */
    record Site(String name, String kind, @Nullable Integer grade, String status, double x, double y) {}

    private enum Where {
        UPLAND,
        MAIN_ROAD,
        TOWN,
        VILLAGE
    }

    /** @param graded part of them that has a grade, and the highest grade there is */
    private record Kind(String kind, String ending, int count, Where where, double graded, int highest) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("尾矿库", "尾矿库", 9, Where.UPLAND, 1, 2),
            new Kind("矿山", "矿", 18, Where.UPLAND, 0.4, 3),
            new Kind("加油站", "加油站", 9, Where.MAIN_ROAD, 1, 4),
            new Kind("危险化学品企业", "化工有限公司", 14, Where.TOWN, 1, 1),
            new Kind("液化石油气站", "液化气站", 11, Where.TOWN, 1, 3),
            new Kind("烟花爆竹经营点", "烟花爆竹经营部", 36, Where.TOWN, 0, 4),
            new Kind("水库大坝", "水库大坝", 24, Where.UPLAND, 0.5, 2),
            new Kind("水电站", "水电站", 34, Where.UPLAND, 0, 4),
            new Kind("涉氨制冷企业", "冷冻食品厂", 7, Where.TOWN, 1, 3),
            new Kind("粉尘涉爆企业", "竹木制品厂", 28, Where.VILLAGE, 0.2, 4),
            new Kind("工贸企业", "工贸有限公司", 118, Where.TOWN, 0, 4));

    private final DemoLand demo;
    private final Names names;

    HazardSites(DemoLand demo) {
        this.demo = demo;
        this.names = new Names(demo.settings.seed());
    }

    List<Site> of(int county) {
        List<Site> sites = new ArrayList<>();
        List<double[]> mainRoads = mainRoads(county);
        for (Kind kind : KINDS) {
            for (int i = 0; i < kind.count(); i++) {
                Dice dice = Dice.of(demo.settings.seed(), kind.kind(), county, i);
                double[] place = place(kind.where(), county, i, mainRoads, dice);
                Integer grade = dice.chance(kind.graded()) ? Integer.valueOf(dice.whole(kind.highest(), 4)) : null;
                String status = dice.chance(0.86) ? "正常" : dice.chance(0.6) ? "整改中" : "停产";
                sites.add(new Site(names.pair(dice) + kind.ending(), kind.kind(), grade, status, place[0], place[1]));
            }
        }
        return sites;
    }

    private double[] place(Where where, int county, int nth, List<double[]> mainRoads, Dice dice) {
        return switch (where) {
            case MAIN_ROAD -> {
                double[] at =
                        mainRoads.get((int) ((nth + dice.real(0.2, 0.8)) * mainRoads.size() / 9) % mainRoads.size());
                yield new double[] {at[0] + 22, at[1] + 18};
            }
            case TOWN -> {
                int rank = dice.chance(0.4) ? dice.whole(2) : dice.whole(Places.TOWNSHIPS);
                yield level(
                        demo.places
                                .townships
                                .get(county * Places.TOWNSHIPS + rank)
                                .cell(),
                        250,
                        1700,
                        0.2,
                        dice);
            }
            case VILLAGE -> level(settlement(county, dice), 100, 700, 0.3, dice);
            case UPLAND -> level(settlement(county, dice), 900, 2200, 0.45, dice);
        };
    }

    private int settlement(int county, Dice dice) {
        int rank = dice.whole(Places.VILLAGES / 2, Places.SETTLEMENTS - 1);
        return demo.places.settlements.get(county * Places.SETTLEMENTS + rank).cell();
    }

    /** A place at some distance from a cell on ground that is not too steep, in the same county. */
    private double[] level(int cell, double nearM, double farM, double steepest, Dice dice) {
        Grid grid = demo.land.grid;
        double limit = steepest;
        while (true) {
            double angle = dice.real(0, 2 * Math.PI);
            double away = dice.real(nearM, farM);
            double x = grid.x(cell) + away * StrictMath.cos(angle);
            double y = grid.y(cell) + away * StrictMath.sin(angle);
            int there = grid.at(x, y);
            boolean own = demo.counties.of[there] == demo.counties.of[cell] && demo.counties.wellInside(grid, there, 3);
            if (own && demo.land.slope(there) < limit && demo.land.drainage.areaM2[there] < 1e7) {
                return new double[] {x, y};
            }
            limit *= 1.05;
        }
    }

    /** Vertices of national, provincial and county roads. */
    private List<double[]> mainRoads(int county) {
        List<double[]> found = new ArrayList<>();
        for (RoadLines.RoadLine line : demo.roads.lines) {
            boolean main = line.road().roadClass().compareTo(RoadClass.COUNTY) <= 0 && !line.tunnel() && !line.bridge();
            for (int i = 0; main && i < line.xy().length; i += 2) {
                int cell = demo.land.grid.at(line.xy()[i], line.xy()[i + 1]);
                if (demo.counties.of[cell] == county && demo.counties.wellInside(demo.land.grid, cell, 3)) {
                    found.add(new double[] {line.xy()[i], line.xy()[i + 1]});
                }
            }
        }
        return found;
    }
}
