package org.riskmap.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.register.CheckRules;
import org.riskmap.register.Checked;
import org.riskmap.register.Finding;
import org.riskmap.register.Register;
import org.riskmap.register.Row;
import org.riskmap.result.RunRows;
import org.riskmap.standard.Threshold;

/** Writes a check of the register as outputs, warnings and rows of {@code run_check}. */
final class RegisterCheckOutcome {

    private static final List<String> MEASURES = List.of("engineering", "relocation", "monitoring");
    private static final List<String> STATES = List.of("planned", "under_way", "done");

    private final Register register;
    private final Checked checked;
    private final CheckRules rules;
    private final List<Threshold> used;
    private final Map<Feature, List<Finding>> findings = new LinkedHashMap<>();

    RegisterCheckOutcome(Register register, Checked checked, CheckRules rules, List<Threshold> used) {
        this.register = register;
        this.checked = checked;
        this.rules = rules;
        this.used = used;
        checked.findings().forEach(one -> findings.computeIfAbsent(one.hazard(), unused -> new ArrayList<>())
                .add(one));
    }

    Outcome outcome() {
        Map<String, Output> outputs = new LinkedHashMap<>();
        outputs.put("summary", new Output.Json(summary()));
        outputs.put(
                "register",
                new Output.Features(checked.rows().stream().map(this::feature).toList()));
        outputs.put(
                "findings",
                new Output.Json(checked.findings().stream()
                        .map(RegisterCheckOutcome::finding)
                        .toList()));
        outputs.put("byArea", new Output.Json(byArea()));
        return new Outcome(outputs, warnings(), List.of(new RunRows("run_check", rows())));
    }

    private Map<String, @Nullable Object> summary() {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("zones", register.zones().size());
        summary.put("points", register.points().size());
        summary.put("lines", register.lines().size());
        summary.put(
                "linked",
                checked.rows().stream().mapToInt(row -> row.parts().size()).sum());
        summary.put("registered_persons", checked.registered());
        summary.put("counted_persons", checked.counted());
        summary.put("added_up_by_record", checked.added());
        Map<String, Integer> codes = new LinkedHashMap<>();
        for (Finding.Code code : Finding.Code.values()) {
            codes.put(code.word(), (int) checked.findings().stream()
                    .filter(one -> one.code() == code)
                    .count());
        }
        summary.put("findings", codes);
        summary.put("treatment", treatment(checked.rows()));
        summary.put("standards", used.stream().map(DayStandards::shown).toList());
        return summary;
    }

    /** How far treatment is: records by measure and state, those that are late, those for which nothing is decided. */
    private Map<String, @Nullable Object> treatment(List<Row> rows) {
        Map<String, @Nullable Object> treatment = new LinkedHashMap<>();
        for (String measure : MEASURES) {
            List<Row> own = rows.stream()
                    .filter(row -> measure.equals(row.text("treatment")))
                    .toList();
            Map<String, @Nullable Object> states = new LinkedHashMap<>();
            states.put("records", own.size());
            for (String state : STATES) {
                states.put(
                        state,
                        own.stream()
                                .filter(row -> state.equals(row.text("treatment_state")))
                                .count());
            }
            states.put(
                    "overdue",
                    own.stream().filter(row -> row.isOverdue(rules.day())).count());
            states.put(
                    "registered_persons",
                    own.stream().mapToDouble(RegisterCheckOutcome::least).sum());
            treatment.put(measure, states);
        }
        treatment.put(
                "undecided",
                rows.stream().filter(row -> row.text("treatment") == null).count());
        return treatment;
    }

    private static double least(Row row) {
        return row.persons().least() == null ? 0 : row.persons().least();
    }

    private String severity(Feature hazard) {
        List<Finding> own = findings.getOrDefault(hazard, List.of());
        return own.stream().anyMatch(one -> one.code().isProblem()) ? "problem" : own.isEmpty() ? "ok" : "notice";
    }

    private Feature feature(Row row) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("layer", row.layer());
        properties.put("id", row.hazard().id());
        properties.put("name", row.text("name"));
        properties.put("type", row.text("type"));
        properties.put("risk", row.text("risk"));
        properties.put("area", row.area());
        properties.put("parts", row.parts());
        properties.put("registered_words", row.persons().words());
        properties.put("registered_persons", row.persons().least());
        properties.put("registered_most", row.persons().most());
        properties.put("counted_persons", row.counted());
        properties.put("counted_in_zone", row.inZone());
        properties.put("added_up_by_record", row.naive());
        properties.put("difference", row.persons().difference(row.counted()));
        properties.put("settlements", row.settlements());
        properties.put("grade", row.grade());
        properties.put("grade_by_register", row.gradeByRegister());
        properties.put("grade_by_count", row.gradeByCount());
        properties.put("treatment", row.text("treatment"));
        properties.put("treatment_state", row.text("treatment_state"));
        properties.put("treatment_due", row.treatmentDue());
        properties.put("severity", severity(row.hazard()));
        properties.put(
                "findings",
                findings.getOrDefault(row.hazard(), List.of()).stream()
                        .map(one -> one.code().word())
                        .toList());
        return new Feature(
                local(row.layer()) + "." + row.hazard().id(), row.hazard().geometry(), properties);
    }

    private static String local(String layer) {
        return layer.substring(layer.indexOf(':') + 1);
    }

    private static Map<String, @Nullable Object> finding(Finding one) {
        Map<String, @Nullable Object> finding = new LinkedHashMap<>();
        finding.put("code", one.code().word());
        finding.put("severity", one.code().isProblem() ? "problem" : "notice");
        finding.put("layer", one.layer());
        finding.put("id", one.hazard().id());
        finding.put("name", one.hazard().properties().get("name"));
        finding.put("zone_id", one.zoneId());
        finding.put("detail", one.detail());
        return finding;
    }

    private List<Map<String, @Nullable Object>> byArea() {
        Map<String, List<Row>> byCode = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        checked.rows().forEach(row -> byCode.computeIfAbsent(row.area(), unused -> new ArrayList<>())
                .add(row));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        byCode.forEach((code, own) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("code", code);
            row.put("name", name(code));
            row.put("records", own.size());
            row.put(
                    "registered_persons",
                    own.stream().mapToDouble(RegisterCheckOutcome::least).sum());
            row.put("counted_persons", own.stream().mapToLong(Row::counted).sum());
            row.put(
                    "problems",
                    own.stream()
                            .filter(one -> severity(one.hazard()).equals("problem"))
                            .count());
            row.put("treatment", treatment(own));
            rows.add(row);
        });
        return rows;
    }

    private @Nullable Object name(@Nullable String code) {
        return register.areas().stream()
                .filter(area -> area.id().equals(code))
                .findFirst()
                .map(area -> area.properties().get("name"))
                .orElse(null);
    }

    /** One row for each record, and for each linked point or line of which something was found. */
    private List<Feature> rows() {
        List<Feature> rows = new ArrayList<>();
        for (Row row : checked.rows()) {
            Map<String, @Nullable Object> properties = row(row.layer(), row.hazard());
            properties.put("registered", row.persons().least());
            properties.put("counted", (double) row.counted());
            properties.put("difference", row.persons().difference(row.counted()));
            properties.put("grade", row.gradeByCount());
            rows.add(new Feature("", row.hazard().geometry(), properties));
        }
        findings.forEach((hazard, own) -> {
            if (checked.rows().stream().noneMatch(row -> row.hazard() == hazard)) {
                Map<String, @Nullable Object> properties = row(own.get(0).layer(), hazard);
                properties.put("registered", null);
                properties.put("counted", null);
                properties.put("difference", null);
                properties.put("grade", null);
                rows.add(new Feature("", hazard.geometry(), properties));
            }
        });
        return rows;
    }

    private Map<String, @Nullable Object> row(String layer, Feature hazard) {
        List<Finding> own = findings.getOrDefault(hazard, List.of());
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("name", hazard.properties().get("name"));
        properties.put("layer", layer);
        properties.put("feature_id", hazard.id());
        properties.put(
                "code",
                own.stream()
                        .min(Comparator.comparing((Finding one) -> !one.code().isProblem()))
                        .map(one -> one.code().word())
                        .orElse("ok"));
        properties.put("severity", severity(hazard));
        return properties;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(DayStandards.doubts(used));
        if (register.zones().isEmpty()
                && register.points().isEmpty()
                && register.lines().isEmpty()) {
            warnings.add("No zone, point or line was selected: there is nothing to check.");
        }
        warnings.add(
                "A settlement counts with all its people where its point lies in a zone or in reach of a point or line.");
        return warnings;
    }
}
