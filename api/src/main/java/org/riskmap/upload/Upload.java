package org.riskmap.upload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an upload came out: every record is counted once, as new, changed, as it was, or rejected with its line and reason. */
public final class Upload {

    private static final int MOST_LISTED = 1000;

    /**
     * @param line of the file, or number of the item, from 1
     * @param reason what is wrong, and what would be right
     */
    public record Rejected(long line, String reason) {}

    private final List<Rejected> rejected = new ArrayList<>();
    private long fresh;
    private long changed;
    private long same;

    /** Counts a record that cannot be used. */
    public void reject(long line, String reason) {
        rejected.add(new Rejected(line, reason));
    }

    /** Counts records that were kept. */
    public void counted(long fresh, long changed, long same) {
        this.fresh += fresh;
        this.changed += changed;
        this.same += same;
    }

    /** {@code {"read":5,"new":3,"changed":0,"unchanged":1,"rejected":1,"rejects":[{"line":4,"reason":"…"}]}} */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("read", fresh + changed + same + rejected.size());
        json.put("new", fresh);
        json.put("changed", changed);
        json.put("unchanged", same);
        json.put("rejected", rejected.size());
        json.put(
                "rejects",
                rejected.stream()
                        .sorted((one, other) -> Long.compare(one.line, other.line))
                        .limit(MOST_LISTED)
                        .toList());
        return json;
    }

    /** For the audit: numbers only. */
    public String summary() {
        return fresh + " new, " + changed + " changed, " + same + " unchanged, " + rejected.size() + " rejected";
    }
}
