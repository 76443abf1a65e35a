package org.riskmap.ingest;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;

/**
 * What the files of one supplier mean: which tables their records go to and how. Read from YAML by {@link ProfileParser};
 * the format is described in {@code sql/profiles/README.md}.
 *
 * @param name shown in reports and accepted by {@code --profile}
 * @param title one line for people
 * @param area where every record must lie, degrees, longitude first; null: near the administrative areas loaded
 * @param files in the order in which they are loaded
 */
record Profile(String name, String title, @Nullable Envelope area, List<FileRule> files) {

    /**
     * Files with one kind of name.
     *
     * @param match patterns of the name with {@code *} and {@code ?}, of which one holds
     * @param skip why such a file is not loaded; null: it is
     * @param crs EPSG code of the coordinates where the file does not say; null: it must say
     * @param encodings of text where the file does not say
     * @param delimiter between the fields of a CSV file
     * @param elevation whether it is a raster of heights, metres
     * @param joins other files whose fields the tables use
     * @param tables what is made from each record
     */
    record FileRule(
            List<String> match,
            @Nullable String skip,
            @Nullable Integer crs,
            Encodings encodings,
            char delimiter,
            boolean elevation,
            List<Join> joins,
            List<Table> tables) {

        boolean matches(Path file) {
            return match.stream().anyMatch(pattern -> matchesName(pattern, file));
        }
    }

    /**
     * Another file whose records have at most one partner each.
     *
     * @param name by which columns refer to it
     * @param match pattern of the file's name, in the same folder
     * @param on key on the side of the records that are loaded
     * @param key key on the side of the other file
     */
    record Join(
            String name,
            String match,
            @Nullable String layer,
            Encodings encodings,
            char delimiter,
            Column on,
            Column key) {

        boolean matches(Path file) {
            return matchesName(match, file);
        }
    }

    /**
     * Rows of one table made from the records of one layer.
     *
     * @param target table of schema {@code risk}
     * @param layer within the file; null: it has only one
     * @param take conditions that all hold for a record that is meant; others are counted, not loaded
     * @param leave conditions none of which holds for a record that is meant
     * @param id where the identifier comes from; empty: hash of source and content
     * @param geometry where the geometry comes from
     * @param columns of the target, each with alternatives of which the first that is not empty counts
     */
    record Table(
            String target,
            @Nullable String layer,
            List<Condition> take,
            List<Condition> leave,
            Id id,
            Shape geometry,
            Map<String, List<Column>> columns) {}

    /** A field has one of the words; no words: it is not empty. */
    record Condition(String field, List<String> words) {}

    /** The identifier: a column rule, or a hash of the named fields (none named: of all fields and the geometry). */
    record Id(@Nullable Column from, List<String> hashed) {}

    /** Geometry of the file, or of two fields; as it is, or a point on its surface. */
    record Shape(@Nullable String x, @Nullable String y, boolean pointOnSurface) {}

    /** Where a value comes from. */
    sealed interface Origin {}

    record Constant(String value) implements Origin {}

    record Field(String name) implements Origin {}

    /** Text with {@code {field}} in it; empty where all of its fields are. */
    record Text(String template, List<String> fields) implements Origin {}

    /** A field of the partner in another file; {@code rare}: that many records have no partner is no surprise. */
    record Joined(String join, String field, boolean rare) implements Origin {}

    /**
     * The code of the administrative area that the record names, else of the one that it lies in.
     *
     * @param level {@code county}, {@code township}, {@code village}
     * @param name field with the area's name; null: only where it lies
     * @param within field with the name of the area above, possibly with names before it
     */
    record AdminCode(
            String level, @Nullable String name, @Nullable String within) implements Origin {}

    /** What becomes of a value that the rule does not know. */
    enum Otherwise {
        /** The record is rejected. */
        REJECT,
        /** The value becomes empty and the report says so. */
        WARN,
        /** The value becomes empty. */
        IGNORE,
        /** The value stays as it is. */
        KEEP
    }

    /**
     * One way to a value: origin, then the steps in this order.
     *
     * @param replace texts to replace, in order
     * @param empty words that mean nothing
     * @param map words of the source and what they become ({@code ""} means empty); empty map: no step
     * @param split what separates several words in one field, each of which is mapped; null: one word
     * @param time PostgreSQL's pattern of a date or time, such as {@code YYYY-MM-DD HH24MI}; null: none
     * @param zone IANA name of the zone that {@code time} is in
     * @param factor what a number is multiplied with; null: none
     * @param speed whether it is a speed limit as OpenStreetMap writes it, which becomes km/h
     */
    record Column(
            Origin origin,
            Map<String, String> replace,
            List<String> empty,
            Map<String, String> map,
            @Nullable String split,
            Otherwise otherwise,
            @Nullable String time,
            String zone,
            @Nullable Double factor,
            boolean speed) {}

    private static boolean matchesName(String pattern, Path file) {
        return FileSystems.getDefault()
                .getPathMatcher("glob:" + pattern.toLowerCase(java.util.Locale.ROOT))
                .matches(Path.of(file.getFileName().toString().toLowerCase(java.util.Locale.ROOT)));
    }
}
