package org.riskmap.catalog;

import org.jspecify.annotations.Nullable;
import org.riskmap.style.Style;

/**
 * A style of the directory.
 *
 * @param workspace null where it is global
 * @param name in requests
 * @param style what it draws
 * @param document the SLD or SE text that says so; empty where the style came with a request
 */
public record NamedStyle(@Nullable String workspace, String name, Style style, String document) {

    /** {@code risk:shelter}; the bare name for a global one. */
    public String qualifiedName() {
        return workspace == null ? name : workspace + ":" + name;
    }

    /** For people: the document's title, else the name. */
    public String title() {
        return style.title() == null ? name : style.title();
    }
}
