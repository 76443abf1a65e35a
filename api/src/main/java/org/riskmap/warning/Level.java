package org.riskmap.warning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Level of a warning, weakest first (突发事件应对法: 四级蓝、三级黄、二级橙、一级红). */
public enum Level {
    BLUE,
    YELLOW,
    ORANGE,
    RED;

    /** As it is written: {@code orange}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them as they are written. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Level::word).toList();
    }

    /** @throws IllegalArgumentException where the word is none of {@link #words} */
    public static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
