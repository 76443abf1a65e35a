package org.riskmap.rain;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.riskmap.warning.Drafts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proposes warnings for what the rain puts over its thresholds: one draft for each level, for the villages concerned. There is
 * one open proposal of a level at most; newer rain changes it. An officer issues it.
 */
@Component
final class Proposals {

    private static final String HAZARD = "geohazard";
    private static final int MOST_VILLAGES = 500;
    private static final int MOST_NAMED = 5;

    private final RainState rain;
    private final Drafts drafts;

    Proposals(RainState rain, Drafts drafts) {
        this.rain = rain;
        this.drafts = drafts;
    }

    /**
     * Proposes for a moment.
     *
     * @return ids of drafts, the highest level first; empty where nothing is over
     */
    List<String> propose(OffsetDateTime at, String who) {
        List<RainState.Over> over = rain.over(at);
        List<String> ids = new ArrayList<>();
        for (Map.Entry<String, List<String>> level : rain.villages(at).entrySet()) {
            List<RainState.Over> reasons = over.stream()
                    .filter(one -> one.level().equals(level.getKey()))
                    .toList();
            ObjectNode request = JsonMapper.shared().createObjectNode();
            request.put("hazard", HAZARD);
            request.put("level", level.getKey());
            level.getValue().stream().limit(MOST_VILLAGES).forEach(request.putArray("admin_codes")::add);
            ids.add(drafts.propose(request, reason(reasons), "rain " + level.getKey(), who));
        }
        return ids;
    }

    private static String reason(List<RainState.Over> over) {
        Map<Integer, Long> windows = new TreeMap<>(
                over.stream().collect(Collectors.groupingBy(RainState.Over::windowH, Collectors.counting())));
        String first = over.stream()
                .limit(MOST_NAMED)
                .map(one -> (one.name() == null ? one.id() : one.name()) + " " + one.windowH() + "h " + one.sumMm()
                        + "≥" + one.thresholdMm() + "mm")
                .collect(Collectors.joining("；"));
        String counts = windows.entrySet().stream()
                .map(window -> window.getKey() + "h " + window.getValue())
                .collect(Collectors.joining("、"));
        return over.size() + " 处超雨量阈值（" + counts + "）：" + first + (over.size() > MOST_NAMED ? "…" : "");
    }
}
