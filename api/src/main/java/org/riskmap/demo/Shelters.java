package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Each county's shelters: 201 with 11 200 places on three tiers; standardised ones have at least their tier's minimum. */
final class Shelters {

    static final int COUNTY_TIER = 4;
    static final int TOWNSHIP_TIER = 14;
    static final int VILLAGE_TIER = 183;
    private static final int COUNTY_PLACES = 1_160;
    private static final int TOWNSHIP_PLACES = 1_790;
    private static final int VILLAGE_PLACES = 8_250;
    private static final String[] COUNTY_KINDS = {"体育馆", "第一中学", "文化中心", "职业技术学校"};
    private static final String[] TOWNSHIP_KINDS = {"中心小学", "中学", "文化站", "敬老院", "初级中学"};
    private static final String[] VILLAGE_KINDS = {"文化礼堂", "小学", "村委会办公楼", "老年活动中心", "便民服务中心"};

    /** A shelter with what its row says. */
    record Shelter(
            String name,
            double x,
            double y,
            int capacity,
            String tier,
            boolean open,
            boolean standardised,
            double areaM2,
            String hazards,
            String address,
            String villageCode) {}

    private final Places places;
    private final Landscape land;
    private final long seed;
    private final List<List<Settlement>> byVillage = new ArrayList<>();

    Shelters(Places places, Landscape land, long seed) {
        this.places = places;
        this.land = land;
        this.seed = seed;
        places.villages.forEach(village -> byVillage.add(new ArrayList<>()));
        for (Settlement settlement : places.settlements) {
            byVillage.get(settlement.village()).add(settlement);
        }
    }

    List<Shelter> of(int county) {
        List<Shelter> found = new ArrayList<>();
        Dice dice = Dice.of(seed, "shelters", county);
        int firstTown = county * Places.TOWNSHIPS;
        int[] countyPlaces = People.shared(COUNTY_PLACES, weights(COUNTY_TIER, dice, 0.6), 200);
        for (int i = 0; i < COUNTY_TIER; i++) {
            Township town = places.townships.get(firstTown + i % 2);
            found.add(inTown(town, countyPlaces[i], "county", COUNTY_KINDS[i], 260 + 330 * i, dice));
        }
        int[] townPlaces = People.shared(TOWNSHIP_PLACES, weights(TOWNSHIP_TIER, dice, 0.5), 100);
        for (int i = 0; i < TOWNSHIP_TIER; i++) {
            Township town = places.townships.get(firstTown + 2 + i);
            String kind = TOWNSHIP_KINDS[i % TOWNSHIP_KINDS.length];
            found.add(inTown(town, townPlaces[i], "township", kind, dice.whole(60, 260), dice));
        }
        addVillageTier(county, dice, found);
        return found;
    }

    private void addVillageTier(int county, Dice dice, List<Shelter> found) {
        int first = county * Places.VILLAGES;
        Integer[] order = new Integer[Places.VILLAGES];
        Arrays.setAll(order, i -> first + i);
        double[] taste = new double[Places.VILLAGES];
        for (int i = 0; i < taste.length; i++) {
            taste[i] = people(first + i) * dice.real(0.4, 1);
        }
        Arrays.sort(
                order,
                Comparator.comparingDouble((Integer v) -> -taste[v - first]).thenComparingInt(v -> v));
        int[] capacity = People.shared(VILLAGE_PLACES, weights(VILLAGE_TIER, dice, 0.75), 20);
        for (int i = 0; i < VILLAGE_TIER; i++) {
            found.add(inVillage(places.villages.get(order[i]), capacity[i], dice));
        }
    }

    private int people(int village) {
        return byVillage.get(village).stream().mapToInt(Settlement::population).sum();
    }

    private static double[] weights(int count, Dice dice, double spread) {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = StrictMath.exp(spread * dice.bell());
        }
        return weights;
    }

    private Shelter inTown(Township town, int capacity, String tier, String kind, double awayM, Dice dice) {
        double angle = dice.real(0, 2 * Math.PI);
        double x = land.grid.x(town.cell()) + awayM * StrictMath.cos(angle);
        double y = land.grid.y(town.cell()) + awayM * StrictMath.sin(angle);
        int cell = land.grid.at(x, y);
        boolean fits =
                places.villageOf[cell] != Labels.NONE && land.slope(cell) < 0.25 && land.drainage.areaM2[cell] < 1e7;
        Village village = fits ? places.villageAt(cell) : places.villageAt(town.cell());
        String owner = tier.equals("county") ? places.countyName(town.county()) : town.name();
        return shelter(
                owner + kind + "避灾安置点",
                fits ? x : land.grid.x(town.cell()) + 15,
                fits ? y : land.grid.y(town.cell()) + 15,
                capacity,
                tier,
                village,
                dice);
    }

    private Shelter inVillage(Village village, int capacity, Dice dice) {
        Settlement largest = byVillage.get(village.number()).stream()
                .max(Comparator.comparingInt(Settlement::population))
                .orElseThrow();
        String kind = VILLAGE_KINDS[dice.whole(VILLAGE_KINDS.length)];
        double x = largest.x() + dice.real(-45, 45);
        double y = largest.y() + dice.real(-45, 45);
        return shelter(village.name() + kind + "避灾安置点", x, y, capacity, "village", village, dice);
    }

    private static int minimum(String tier) {
        return tier.equals("county") ? 200 : tier.equals("township") ? 100 : 50;
    }

    private Shelter shelter(String name, double x, double y, int capacity, String tier, Village village, Dice dice) {
        boolean standardised = capacity >= minimum(tier) && dice.chance(0.9);
        boolean open = tier.equals("county") || dice.chance(0.99);
        double area = Math.rint(capacity * dice.real(2.2, 5.5));
        Township town = places.townshipOf(village);
        String address = places.countyName(town.county()) + town.name() + village.name();
        return new Shelter(
                name,
                x,
                y,
                capacity,
                tier,
                open,
                standardised,
                area,
                hazards(x, y, tier, dice),
                address,
                village.code());
    }

    /** Low ground beside water does not suit floods, steep ground does not suit landslides; few are built for earthquakes. */
    private String hazards(double x, double y, String tier, Dice dice) {
        int cell = land.grid.at(x, y);
        List<String> suited = new ArrayList<>();
        if (land.drainage.areaM2[cell] < 3e6 && dice.chance(0.93)) {
            suited.add("flood");
        }
        suited.add("typhoon");
        if (land.slope(cell) < 0.28 && dice.chance(0.9)) {
            suited.add("geohazard");
        }
        if (!tier.equals("village") || dice.chance(0.15)) {
            suited.add("earthquake");
        }
        if (dice.chance(0.4)) {
            suited.add("fire");
        }
        return String.join(",", suited);
    }
}
