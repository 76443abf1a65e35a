package org.riskmap.ingest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a load did.
 *
 * @param profile its name and where it came from
 * @param source what the rows carry as their source
 * @param files one per file that was read, in order
 * @param notLoaded file → why, for every other file of the folder
 * @param removedDemo table → rows of the demo county that made way
 * @param removedEarlier table → rows of an earlier load of this source that {@code --replace} took away
 * @param notes what a careful reader must know
 * @param dryRun whether everything was rolled back
 */
public record LoadReport(
        String profile,
        String source,
        List<FileReport> files,
        Map<String, String> notLoaded,
        Map<String, Long> removedDemo,
        Map<String, Long> removedEarlier,
        List<String> notes,
        boolean dryRun) {

    /**
     * @param file its name
     * @param tables what was made of it; empty where it failed
     * @param failure why nothing was; null: it did not fail
     * @param notes what was done with it beside tables, and what its reader said
     */
    public record FileReport(
            String file, List<TableReport> tables, @Nullable String failure, List<String> notes) {}

    /**
     * Records of one file for one table; {@code read = loaded() + rejected}.
     *
     * @param table of schema {@code risk}
     * @param read records that are meant for the table
     * @param notMeant records of the layer that the profile's conditions leave to others
     * @param added rows that are new
     * @param changed rows that were there and changed
     * @param unchanged rows that were there as they are
     * @param rejected records that could not be loaded, kept in {@code risk.import_reject}
     * @param reasons of the rejected, most frequent first
     * @param warnings about records that were loaded
     */
    public record TableReport(
            String table,
            long read,
            long notMeant,
            long added,
            long changed,
            long unchanged,
            long rejected,
            List<Group> reasons,
            List<Group> warnings) {

        public long loaded() {
            return added + changed + unchanged;
        }
    }

    /**
     * One kind of message.
     *
     * @param example the first one
     * @param count how many records it is about
     * @param firstLines lines (or record numbers) of the first few
     */
    public record Group(String example, long count, List<Long> firstLines) {}

    /** Records loaded into all tables. */
    public long loaded() {
        return files.stream()
                .flatMap(file -> file.tables().stream())
                .mapToLong(TableReport::loaded)
                .sum();
    }

    public long rejected() {
        return files.stream()
                .flatMap(file -> file.tables().stream())
                .mapToLong(TableReport::rejected)
                .sum();
    }

    /** Whether every file could be read, none was rejected as a whole, and something was loaded. */
    public boolean succeeded() {
        boolean something =
                loaded() > 0 || files.stream().anyMatch(file -> file.tables().isEmpty() && file.failure() == null);
        return something
                && files.stream().allMatch(file -> file.failure() == null)
                && files.stream()
                        .flatMap(file -> file.tables().stream())
                        .noneMatch(table -> table.rejected() > 0 && table.loaded() == 0);
    }
}
