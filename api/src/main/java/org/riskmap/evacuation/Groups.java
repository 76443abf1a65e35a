package org.riskmap.evacuation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settlements and where they go in; what their people are summed up by comes out. */
final class Groups {

    /** People of one name in one administrative village. */
    static final String NATURAL_VILLAGE = "natural_village";

    /** People by the tier of the shelter that takes them in; who has no place by that of the nearest one. */
    static final String TIER = "tier";

    /** @param name null where the source does not say */
    record Group(String code, @Nullable String name) {}

    /** @param village code of the administrative village; null outside of all */
    private record Named(@Nullable String village, String name) {}

    private final Question question;
    private final @Nullable Group[] ofSettlement;

    /** @param ways by settlement, the way that most of it go, or would; null where there is none */
    Groups(Question question, AdminAreas.State areas, @Nullable Way[] ways) {
        this.question = question;
        List<Settlement> settlements = question.settlements();
        this.ofSettlement = new Group[settlements.size()];
        Map<Named, Group> villages = new HashMap<>();
        for (int i = 0; i < ofSettlement.length; i++) {
            ofSettlement[i] = switch (question.groupBy()) {
                case NATURAL_VILLAGE -> naturalVillage(settlements.get(i), areas, villages);
                case TIER -> tier(ways[i]);
                default -> area(question.groupBy(), settlements.get(i), areas);
            };
        }
    }

    private static @Nullable Group area(String level, Settlement settlement, AdminAreas.State areas) {
        AdminAreas.Area area = areas.at(level, settlement.lon(), settlement.lat());
        return area == null ? null : new Group(area.code(), area.name());
    }

    /** Its code is the id of the first settlement of its name there; without a name a settlement is one by itself. */
    private static Group naturalVillage(Settlement settlement, AdminAreas.State areas, Map<Named, Group> villages) {
        Group self = new Group(settlement.id(), settlement.name());
        if (settlement.name() == null) {
            return self;
        }
        Group village = area("village", settlement, areas);
        return villages.computeIfAbsent(
                new Named(village == null ? null : village.code(), settlement.name()), unused -> self);
    }

    /** The group of a settlement; null where it has none. */
    @Nullable
    Group of(int settlement) {
        return ofSettlement[settlement];
    }

    /** Whether people of one settlement may belong to several groups, by where they go. */
    boolean byShelter() {
        return question.groupBy().equals(TIER);
    }

    /** The tier of the shelter that a way leads to; null where there is none or it does not say. */
    @Nullable
    Group tier(@Nullable Way way) {
        return way == null ? null : tier(way.shelter());
    }

    @Nullable
    Group tier(int shelter) {
        String tier = question.shelters().get(shelter).tier();
        return tier == null ? null : new Group(tier, null);
    }
}
