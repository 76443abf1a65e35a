package org.riskmap.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;

/** Something that a client can ask for by name. */
public sealed interface PublishedLayer permits FeatureLayer, CoverageLayer, LayerGroup {

    /** Null for a group that belongs to no workspace. */
    @Nullable
    String workspace();

    /** Without the workspace. */
    String name();

    /** What people read. */
    Description description();

    /** Whether capabilities list it; if not, it can still be asked for. */
    boolean advertised();

    /** Whether it may be asked what lies at a point. */
    boolean queryable();

    /** Degrees, longitude first, as the directory says; null where it does not. */
    @Nullable
    Envelope lonLatBox();

    /** {@code risk:shelter}; the bare name for a group of no workspace. */
    default String qualifiedName() {
        return workspace() == null ? name() : workspace() + ":" + name();
    }

    default String title() {
        return description().title();
    }

    /** In the first of some languages that it has a title in; else the one without a language. */
    default String title(List<String> languages) {
        return String.valueOf(description().titles().inFirstOf(languages, title()));
    }

    default @Nullable String abstractText() {
        return description().abstractText();
    }

    default List<String> keywords() {
        return description().keywords();
    }
}
