package org.riskmap.process;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jobs as the standard's statusInfo and jobList schemas want them. */
final class JobDocuments {

    private static final String JSON = "application/json";
    private static final String RESULTS = "http://www.opengis.net/def/rel/ogc/1.0/results";
    private static final String EXCEPTIONS = "http://www.opengis.net/def/rel/ogc/1.0/exceptions";

    private JobDocuments() {}

    static Map<String, @Nullable Object> status(Job job, String base) {
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("processID", job.process());
        status.put("type", "process");
        status.put("jobID", job.id().toString());
        status.put("status", job.status());
        if (job.message() != null) {
            status.put("message", job.message());
        }
        status.put("progress", job.progress());
        time(status, "created", job.created());
        time(status, "started", job.started());
        time(status, "finished", job.finished());
        time(status, "updated", job.updated());
        status.put("links", links(job, base + "/api/jobs/" + job.id(), base));
        return status;
    }

    static Map<String, @Nullable Object> list(List<Job> jobs, String base) {
        Map<String, @Nullable Object> list = new LinkedHashMap<>();
        list.put("jobs", jobs.stream().map(job -> status(job, base)).toList());
        list.put("links", List.of(Json.link(base + "/api/jobs", "self", JSON, "Jobs")));
        return list;
    }

    private static List<Map<String, @Nullable Object>> links(Job job, String self, String base) {
        List<Map<String, @Nullable Object>> links = new ArrayList<>();
        links.add(Json.link(self, "self", JSON, "Status of the job"));
        links.add(Json.link(base + "/api/processes/" + job.process(), "up", JSON, "Process"));
        if (job.status().equals("successful")) {
            links.add(Json.link(self + "/results", RESULTS, JSON, "Results"));
        } else if (job.status().equals("failed")) {
            links.add(Json.link(self + "/results", EXCEPTIONS, "application/problem+json", "What went wrong"));
        }
        return links;
    }

    private static void time(Map<String, @Nullable Object> status, String name, @Nullable OffsetDateTime time) {
        if (time != null) {
            status.put(
                    name,
                    DateTimeFormatter.ISO_INSTANT.format(
                            time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS)));
        }
    }
}
