package org.riskmap.forest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.standard.Threshold;

/** A zone's class and the weather's index to the class of the day, as the standards table has it. */
public final class DangerOfTheDay {

    private final List<Threshold> indexes;
    private final List<Threshold> today;

    /**
     * @param indexes rows of {@code fire_danger} for {@code index}
     * @param today rows of {@code fire_danger_today}, classes {@code zone_3/weather_4}
     */
    public DangerOfTheDay(List<Threshold> indexes, List<Threshold> today) {
        this.indexes = indexes;
        this.today = today;
    }

    /** The weather's class, 1 to 5; null where no row holds the index. */
    public @Nullable Integer weather(double index) {
        return indexes.stream()
                .filter(row -> row.holds(index))
                .map(row -> Integer.valueOf(row.category()))
                .findFirst()
                .orElse(null);
    }

    /** The class of the day, 1 to 5; null where the table has none. */
    public @Nullable Integer of(int zone, int weather) {
        return today.stream()
                .filter(row -> row.category().equals("zone_" + zone + "/weather_" + weather) && row.value() != null)
                .map(row -> row.value().intValue())
                .findFirst()
                .orElse(null);
    }
}
