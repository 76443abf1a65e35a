package org.riskmap.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All analyses by id. */
@Component
final class Processes {

    private final Map<String, Analysis> byId = new TreeMap<>();

    Processes(List<Analysis> analyses) {
        analyses.forEach(analysis -> byId.put(analysis.description().id(), analysis));
    }

    /** Sorted by id. */
    List<Analysis> all() {
        return List.copyOf(byId.values());
    }

    /**
     * @throws Failure.NoSuchProcess where no process has this id
     */
    Analysis get(String id) {
        Analysis analysis = byId.get(id);
        if (analysis == null) {
            throw new Failure.NoSuchProcess(id, byId);
        }
        return analysis;
    }
}
