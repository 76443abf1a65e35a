package org.riskmap.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The data as a whole.
 *
 * @param demo whether some of it is the fictional demo county's
 * @param county the county; null where there is none, or more than one
 * @param extent west, south, east, north in degrees, of the administrative areas, else of all layers; null: no data
 * @param counts rows of each layer; of a layer whose features last for a time, those that hold now
 * @param population of all settlements, persons
 * @param elevation whether there is a terrain model where people live
 * @param dataVersion changes with every change of the data, by whatever client; otherwise opaque
 * @param version of this service
 * @param sources where the rows come from and in which layers they are, in alphabetical order
 */
record State(
        boolean demo,
        @Nullable County county,
        @Nullable List<Double> extent,
        Map<String, Long> counts,
        long population,
        boolean elevation,
        @JsonProperty("data_version") String dataVersion,
        String version,
        List<Source> sources) {

    record County(@Nullable String name, String code) {}

    record Source(String source, List<String> layers) {}

    /** With other counts for some layers. */
    State counting(Map<String, Long> some) {
        Map<String, Long> all = new TreeMap<>(counts);
        all.putAll(some);
        if (all.equals(counts)) {
            return this;
        }
        return new State(demo, county, extent, all, population, elevation, dataVersion, version, sources);
    }
}
