package org.riskmap.kernel;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text in other languages than its own.
 *
 * @param byLanguage language tags (BCP 47) as {@code en} or {@code zh-hant} to not blank texts
 */
public record Translations(Map<String, String> byLanguage) {

    public static final Translations NONE = new Translations(Map.of());

    public Translations {
        Map<String, String> told = new HashMap<>();
        byLanguage.forEach((language, text) -> {
            if (!text.isBlank()) {
                told.put(tag(language), text.strip());
            }
        });
        byLanguage = Map.copyOf(told);
    }

    private static String tag(String language) {
        return language.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text in a language, else in the same language of anywhere; empty where there is neither. */
    public Optional<String> in(String language) {
        String tag = tag(language);
        String exact = byLanguage.get(tag);
        return Optional.ofNullable(exact == null ? byLanguage.get(tag.split("-", 2)[0]) : exact);
    }

    /** The text in the first of some languages that it has; {@code text} itself where it has none of them. */
    public @Nullable String inFirstOf(Iterable<String> languages, @Nullable String text) {
        for (String language : languages) {
            Optional<String> found = in(language);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return text;
    }
}
