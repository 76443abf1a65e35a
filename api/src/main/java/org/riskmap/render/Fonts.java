package org.riskmap.render;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The machine's fonts. Text that the wanted font cannot write is written in one that has Chinese letters, so that it never
 * shows boxes.
 */
final class Fonts {

    private static final List<String> CHINESE = List.of(
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Noto Serif CJK SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "Microsoft YaHei",
            "SimSun");
    private static final Set<String> LOGICAL = Set.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
    private static final Map<String, String> OTHER_NAMES =
            Map.of("sans-serif", Font.SANS_SERIF, "monospace", Font.MONOSPACED, "sans", Font.SANS_SERIF);

    private static final Set<String> FAMILIES = families();
    private static final Map<String, Font> KNOWN = new ConcurrentHashMap<>();

    private Fonts() {}

    private static Set<String> families() {
        Set<String> names = new HashSet<>();
        Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT))
                .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    /** The font of a family; null where the machine has none of that name. */
    static @Nullable Font named(String family, int style, float size) {
        String name = OTHER_NAMES.getOrDefault(family.strip().toLowerCase(Locale.ROOT), family.strip());
        String lower = name.toLowerCase(Locale.ROOT);
        if (!FAMILIES.contains(lower) && !LOGICAL.contains(lower)) {
            return null;
        }
        return KNOWN.computeIfAbsent(name + "/" + style, key -> new Font(name, style, 10))
                .deriveFont(size);
    }

    /** The first of the families that can write the text; else one that can; else the first that there is. */
    static Font forText(List<String> families, int style, float size, String text) {
        Font first = null;
        for (String family : families) {
            Font font = named(family, style, size);
            if (font != null && font.canDisplayUpTo(text) < 0) {
                return font;
            }
            first = first == null ? font : first;
        }
        for (String family : CHINESE) {
            Font font = named(family, style, size);
            if (font != null && font.canDisplayUpTo(text) < 0) {
                return font;
            }
        }
        return first == null ? new Font(Font.SERIF, style, 10).deriveFont(size) : first;
    }
}
