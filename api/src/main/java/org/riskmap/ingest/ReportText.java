package org.riskmap.ingest;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.riskmap.ingest.LoadReport.FileReport;
import org.riskmap.ingest.LoadReport.Group;
import org.riskmap.ingest.LoadReport.TableReport;

/** A load's report as people read it. */
final class ReportText {

    private ReportText() {}

    static void print(LoadReport report, PrintStream out) {
        out.println("profile  " + report.profile());
        out.println("source   " + report.source());
        report.files().forEach(file -> print(file, out));
        if (!report.notLoaded().isEmpty()) {
            out.println("not loaded");
            report.notLoaded().forEach((file, why) -> out.println("  " + file + ": " + why));
        }
        removed(report.removedDemo(), "the fictional demo county was removed", out);
        removed(report.removedEarlier(), "rows of an earlier load that are no longer in the files were removed", out);
        report.notes().forEach(note -> out.println("note: " + note));
        out.println("in all: " + report.loaded() + " loaded, " + report.rejected() + " rejected"
                + (report.rejected() > 0 ? " (kept in risk.import_reject)" : "")
                + failures(report)
                + (report.dryRun() ? "; a dry run: nothing was changed" : ""));
    }

    private static String failures(LoadReport report) {
        long failed =
                report.files().stream().filter(file -> file.failure() != null).count();
        return failed == 0 ? "" : ", " + failed + (failed == 1 ? " file failed" : " files failed");
    }

    private static void removed(Map<String, Long> tables, String what, PrintStream out) {
        if (!tables.isEmpty()) {
            out.println(what + ": "
                    + tables.entrySet().stream()
                            .map(table -> table.getKey() + " " + table.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void print(FileReport file, PrintStream out) {
        out.println(file.file());
        if (file.failure() != null) {
            out.println("  FAILED, nothing of it was loaded: " + file.failure());
        }
        file.tables().forEach(table -> print(table, out));
        file.notes().forEach(note -> out.println("  note: " + note));
    }

    private static void print(TableReport table, PrintStream out) {
        out.printf(
                "  %-16s read %d, loaded %d (%d new, %d changed, %d as before), rejected %d%s%n",
                table.table(),
                table.read(),
                table.loaded(),
                table.added(),
                table.changed(),
                table.unchanged(),
                table.rejected(),
                table.notMeant() > 0 ? "; " + table.notMeant() + " other records of the layer are not meant" : "");
        groups("rejected", table.reasons(), out);
        groups("warning", table.warnings(), out);
    }

    private static void groups(String what, List<Group> groups, PrintStream out) {
        for (Group group : groups) {
            String lines = group.firstLines().stream().map(String::valueOf).collect(Collectors.joining(", "));
            out.println("    " + what + " " + group.count() + " × " + group.example() + " (line " + lines
                    + (group.count() > group.firstLines().size() ? ", …" : "") + ")");
        }
    }
}
