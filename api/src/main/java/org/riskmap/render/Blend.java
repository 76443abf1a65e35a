package org.riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GeoServer's vendor option {@code composite}: how something is laid on what is below it, by the names of the W3C's Compositing and
 * Blending, with an opacity behind a comma.
 *
 * @param composite for Java's graphics
 */
record Blend(Composite composite) {

    private static final Map<String, Integer> PORTER_DUFF = Map.ofEntries(
            Map.entry("copy", AlphaComposite.SRC),
            Map.entry("destination", AlphaComposite.DST),
            Map.entry("source-over", AlphaComposite.SRC_OVER),
            Map.entry("destination-over", AlphaComposite.DST_OVER),
            Map.entry("source-in", AlphaComposite.SRC_IN),
            Map.entry("destination-in", AlphaComposite.DST_IN),
            Map.entry("source-out", AlphaComposite.SRC_OUT),
            Map.entry("destination-out", AlphaComposite.DST_OUT),
            Map.entry("source-atop", AlphaComposite.SRC_ATOP),
            Map.entry("destination-atop", AlphaComposite.DST_ATOP),
            Map.entry("xor", AlphaComposite.XOR));

    /** Null where the option is missing or names none that is known: it is laid over, as usual. */
    static @Nullable Blend of(Map<String, String> options) {
        String written = options.get("composite");
        return written == null ? null : of(written, 1);
    }

    /** With a further opacity. */
    static @Nullable Blend of(String written, float opacity) {
        String[] parts = written.toLowerCase(Locale.ROOT).split(",", 2);
        String name = parts[0].strip();
        float alpha = opacity * (parts.length == 2 ? opacity(parts[1].strip()) : 1);
        Integer rule = PORTER_DUFF.get(name);
        if (rule != null) {
            return new Blend(AlphaComposite.getInstance(rule, alpha));
        }
        BlendMode mode = BlendMode.named(name);
        return mode == null ? null : new Blend(new BlendComposite(mode, alpha));
    }

    private static float opacity(String written) {
        return written.matches("[01]|[01]?\\.\\d+") ? Math.min(1, Float.parseFloat(written)) : 1;
    }
}
