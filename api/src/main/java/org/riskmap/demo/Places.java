package org.riskmap.demo;

import java.util.ArrayList;
import java.util.List;

/** Townships, villages with their land, and the settlements where people live. */
final class Places {

    static final int TOWNSHIPS = 19;
    static final int VILLAGES = 300;
    static final int SETTLEMENTS = 1180;
    /** Of the first county; the others differ. */
    static final int PEOPLE = 270_364;

    final List<Township> townships = new ArrayList<>();
    final List<Village> villages = new ArrayList<>();
    final List<Settlement> settlements = new ArrayList<>();
    /** Village of each cell, or {@link Labels#NONE}. */
    final int[] villageOf;

    private static final int COMMUNITIES = 7;
    private static final int QUARTERS = 18;
    private static final double TOWN_REACH_M = 1500;

    private final Landscape land;
    private final Counties counties;
    private final Sites sites;
    private final Names names;
    private final long seed;

    private Places(Landscape land, Counties counties, Sites sites, long seed) {
        this.land = land;
        this.counties = counties;
        this.sites = sites;
        this.seed = seed;
        this.names = new Names(seed);
        int[][] centres = new int[counties.count][];
        for (int county = 0; county < counties.count; county++) {
            centres[county] = villageCentres(county);
        }
        this.villageOf = territories(centres);
        name(centres);
        for (int county = 0; county < counties.count; county++) {
            settle(county, centres[county]);
        }
    }

    static Places on(Landscape land, Counties counties, Sites sites, long seed) {
        return new Places(land, counties, sites, seed);
    }

    Village villageAt(int cell) {
        return villages.get(villageOf[cell]);
    }

    Township townshipOf(Village village) {
        return townships.get(townshipIndex(village));
    }

    /** Where a village's township stands in {@link #townships}. */
    int townshipIndex(Village village) {
        return village.township() / VILLAGES * TOWNSHIPS + village.township() % VILLAGES;
    }

    String countyCode(int county) {
        return String.valueOf(999101 + county);
    }

    String countyName(int county) {
        return names.county(county);
    }

    /** The centres of a county's villages; the first ones are the townships' centres, the seat first of all. */
    private int[] villageCentres(int county) {
        int seat = new SeatChoice(land, sites, counties).of(county);
        int second = secondOffice(county, seat);
        int[] towns = sites.pick(county, new int[] {seat, second}, TOWNSHIPS, 9000, 0.96, cell -> true);
        int[] withSeat = sites.pickUpTo(county, towns, TOWNSHIPS + COMMUNITIES, 560, cell -> inBasin(cell, seat, 1900));
        return sites.pick(county, withSeat, VILLAGES, 2700, 0.97, cell -> true);
    }

    private int secondOffice(int county, int seat) {
        for (int cell : sites.ranked(county)) {
            double away = land.grid.distanceM(cell, seat);
            if (away > 1300 && away < 2200 && Math.abs(land.heightM[cell] - land.heightM[seat]) < 60) {
                return cell;
            }
        }
        throw new IllegalStateException("no second office near the seat of county " + county);
    }

    /** Going up costs more than going along, and going down on the far side most: borders come to lie on ridges. */
    private int[] territories(int[][] centres) {
        Grid grid = land.grid;
        Spread spread = new Spread(grid);
        for (int county = 0; county < centres.length; county++) {
            for (int i = 0; i < VILLAGES; i++) {
                spread.source(centres[county][i], county * VILLAGES + i, 0);
            }
        }
        float[] height = land.heightM;
        spread.run(
                (from, to, d) -> {
                    if (counties.of[from] != counties.of[to]) {
                        return Float.POSITIVE_INFINITY;
                    }
                    double run = grid.cellM() * Grid.STEP[d];
                    double rise = (height[to] - height[from]) / run;
                    return (float) (run * (1 + (rise > 0 ? 5 * rise : -16 * rise)));
                },
                Float.MAX_VALUE);
        Labels.clean(grid, spread.owner, counties.count * VILLAGES);
        return spread.owner;
    }

    private void name(int[][] centres) {
        int[] townshipOf = new VillageGroups(land.grid, villageOf, centres).townships(TOWNSHIPS);
        for (int county = 0; county < centres.length; county++) {
            int[] villagesIn = new int[TOWNSHIPS];
            for (int t = 0; t < TOWNSHIPS; t++) {
                townships.add(township(county, t, centres[county][t]));
            }
            for (int i = 0; i < VILLAGES; i++) {
                int number = county * VILLAGES + i;
                int township = townshipOf[number];
                Township in = townships.get(county * TOWNSHIPS + township % VILLAGES);
                String code = "%s%03d".formatted(in.code(), 1 + villagesIn[township % VILLAGES]++);
                boolean urban = in.inSeat() && land.grid.distanceM(centres[county][i], centres[county][0]) < 2600;
                String name = names.village(number) + (urban ? "社区" : "村");
                villages.add(new Village(number, township, centres[county][i], name, code));
            }
        }
    }

    private Township township(int county, int rank, int cell) {
        String ending = rank < 2 ? "街道" : rank < 13 ? "镇" : "乡";
        int number = county * VILLAGES + rank;
        String code = "%s%03d".formatted(countyCode(county), rank < 2 ? 1 + rank : rank < 13 ? 98 + rank : 187 + rank);
        return new Township(number, county, cell, names.township(county * TOWNSHIPS + rank) + ending, code, rank);
    }

    private void settle(int county, int[] centres) {
        int[] cells = settlementCells(county, centres);
        double[] weight = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            Dice dice = Dice.of(seed, "settlement", cells[i]);
            double size = StrictMath.exp(0.65 * dice.bell());
            weight[i] = size * (0.3 + sites.quality(cells[i])) * importance(i, cells[i], centres[0]);
        }
        Dice countyDice = Dice.of(seed, "county people", county);
        int total = county == 0 ? PEOPLE : PEOPLE + countyDice.whole(-60_000, 90_000);
        int[] people = People.shared(total, weight, 6);
        for (int i = 0; i < cells.length; i++) {
            settlements.add(settlement(i, cells[i], people[i]));
        }
    }

    private double importance(int rank, int cell, int seat) {
        if (land.grid.distanceM(cell, seat) < TOWN_REACH_M) {
            return 11;
        }
        return rank < TOWNSHIPS ? 9 : rank < VILLAGES ? 1.7 : 0.7;
    }

    /** The villages' centres and further places that lie well inside one village. */
    private int[] settlementCells(int county, int[] centres) {
        int seat = centres[0];
        int[] withSeat = sites.pickUpTo(
                county,
                centres,
                VILLAGES + QUARTERS,
                290,
                cell -> inBasin(cell, seat, TOWN_REACH_M) && wellInside(cell, 2));
        return sites.pick(county, withSeat, SETTLEMENTS, 800, 0.97, cell -> wellInside(cell, 2));
    }

    private boolean inBasin(int cell, int seat, double reachM) {
        boolean level = Math.abs(land.heightM[cell] - land.heightM[seat]) < 45;
        return level && land.slope(cell) < 0.2 && land.grid.distanceM(cell, seat) < reachM;
    }

    /** Whether all cells within some steps belong to the same village. */
    boolean wellInside(int cell, int steps) {
        for (int dy = -steps; dy <= steps; dy++) {
            for (int dx = -steps; dx <= steps; dx++) {
                if (villageOf[cell + dy * land.grid.cols() + dx] != villageOf[cell]) {
                    return false;
                }
            }
        }
        return true;
    }

    private Settlement settlement(int rank, int cell, int people) {
        Dice dice = Dice.of(seed, "household", cell);
        int households = Math.max(1, (int) Math.rint(people / dice.real(2.35, 3.1)));
        int vulnerable = (int) (people * dice.real(0.11, 0.27));
        Village village = villageAt(cell);
        int seat = villages.get(village.number() / VILLAGES * VILLAGES).cell();
        boolean quarter = village.urban() && land.grid.distanceM(cell, seat) < TOWN_REACH_M;
        String name = rank < VILLAGES ? village.shortName() : names.hamlet(dice) + (quarter ? "小区" : "");
        double x = land.grid.x(cell) + dice.real(-25, 25);
        double y = land.grid.y(cell) + dice.real(-25, 25);
        return new Settlement(village.number(), cell, x, y, name, people, households, vulnerable);
    }
}
