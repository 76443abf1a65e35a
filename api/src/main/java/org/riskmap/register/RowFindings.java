package org.riskmap.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.register.Finding.Code;

/** What one record says of people, grade and treatment, against the count, the standards and the day. */
final class RowFindings {

    private static final Set<String> RISKY = Set.of("high", "medium");

    private final Row row;
    private final CheckRules rules;

    RowFindings(Row row, CheckRules rules) {
        this.row = row;
        this.rules = rules;
    }

    void addTo(List<Finding> findings) {
        if (!row.persons().isNumber()) {
            add(findings, Code.PERSONS_UNREADABLE, row.persons().words());
        }
        if (row.grade() != null && row.gradeByRegister() != null && !row.grade().equals(row.gradeByRegister())) {
            add(findings, Code.GRADE_WRONG, row.gradeByRegister());
        }
        String usual = row.grade() == null ? row.gradeByRegister() : row.grade();
        if (usual != null && row.gradeByCount() != null && !usual.equals(row.gradeByCount())) {
            add(findings, Code.GRADE_BY_COUNT, row.gradeByCount());
        }
        Double difference = row.persons().difference(row.counted());
        Double least = row.persons().least();
        if (difference != null && least != null && Math.abs(difference) > rules.tolerance() * least) {
            add(findings, Code.PERSONS_DIFFER, (difference > 0 ? "+" : "") + Math.round(difference));
        }
        String risk = row.text("risk");
        if (risk != null
                && RISKY.contains(risk)
                && row.text("treatment") == null
                && row.layer().equals(RegisterCheck.ZONE)) {
            add(findings, Code.NO_TREATMENT, null);
        }
        if (isOverdue(row, rules.day())) {
            add(findings, Code.TREATMENT_OVERDUE, row.treatmentDue());
        }
    }

    /** Whether treatment was due before a day and is not done. */
    static boolean isOverdue(Row row, LocalDate day) {
        String due = row.treatmentDue();
        return due != null
                && !"done".equals(row.text("treatment_state"))
                && LocalDate.parse(due).isBefore(day);
    }

    private void add(List<Finding> findings, Code code, @Nullable String detail) {
        String zone = row.layer().equals(RegisterCheck.ZONE) ? row.hazard().id() : row.text("zone_id");
        findings.add(new Finding(code, row.layer(), row.hazard(), zone, detail));
    }
}
