package org.riskmap.warning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a rule speaks of: the warned area itself, or features of a table in it, some classes of them or all. */
enum Place {
    AREA(null, null),
    GEOHAZARD_ZONE("risk", "type"),
    GEOHAZARD_POINT("risk", "type"),
    GEOHAZARD_LINE("risk", "type"),
    FIRE_ZONE("danger_class", null),
    HAZARD_SITE("grade", "kind"),
    RIVER("kind", null);

    private final @Nullable String classColumn;
    private final @Nullable String kindColumn;

    Place(@Nullable String classColumn, @Nullable String kindColumn) {
        this.classColumn = classColumn;
        this.kindColumn = kindColumn;
    }

    /** As it is written in rules, and the name of its table. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Column that rules choose by, as SQL text. */
    String classSql() {
        return classColumn == null ? "null::text" : classColumn + "::text";
    }

    /** Column that says what it is, as SQL text. */
    String kindSql() {
        return kindColumn == null ? "null::text" : kindColumn + "::text";
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Place::word).toList();
    }

    static Place of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
