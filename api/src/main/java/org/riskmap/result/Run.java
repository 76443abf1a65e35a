package org.riskmap.result;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an answer was computed from. Two runs with equal facts are one run and have one id.
 *
 * @param process id of the process
 * @param processVersion changes whenever the same inputs may give another answer
 * @param parameters the inputs with all defaults filled in, JSON-like (see {@link CanonicalJson#text})
 * @param dataVersions version by name of data, see {@link DataVersions}
 */
public record Run(
        String process,
        String processVersion,
        Map<String, @Nullable Object> parameters,
        Map<String, String> dataVersions) {

    public Run {
        dataVersions = java.util.Collections.unmodifiableMap(new TreeMap<>(dataVersions));
    }

    /** 32 hex digits: the first half of SHA-256 over process, its version, parameters and data versions. */
    public String id() {
        Map<String, Object> facts =
                Map.of("process", process, "version", processVersion, "parameters", parameters, "data", dataVersions);
        return CanonicalJson.sha256(CanonicalJson.sorted(facts)).substring(0, 32);
    }
}
