package org.riskmap.ogc;

import org.jspecify.annotations.Nullable;

/** A map that cannot be drawn for a reason that lies in the request, or in how much it asks for. */
public final class MapRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String code;
    private final @Nullable String locator;
    private final boolean overloaded;

    /**
     * @param code as WMS names it; null where it has none
     * @param locator the parameter; null where it is none
     * @param overloaded whether the same request may succeed later
     */
    public MapRefused(@Nullable String code, @Nullable String locator, String message, boolean overloaded) {
        super(message);
        this.code = code;
        this.locator = locator;
        this.overloaded = overloaded;
    }

    public @Nullable String code() {
        return code;
    }

    public @Nullable String locator() {
        return locator;
    }

    public boolean overloaded() {
        return overloaded;
    }
}
