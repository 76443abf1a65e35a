package org.riskmap.ogc.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;

/** What a page for people is written in. */
enum Language {
    ENGLISH("en"),
    CHINESE("zh");

    private static final int LONGEST_HEADER = 200;
    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** As HTML's {@code lang} has it. */
    String code() {
        return code;
    }

    String pick(String english, String chinese) {
        return this == ENGLISH ? english : chinese;
    }

    /**
     * The parameter {@code lang}, else what the header prefers, else English.
     *
     * @throws InvalidInput where the parameter names another language
     */
    static Language of(Optional<String> lang, @Nullable String acceptLanguage) {
        if (lang.isPresent()) {
            return switch (lang.get()) {
                case "en" -> ENGLISH;
                case "zh" -> CHINESE;
                default -> throw new InvalidInput("lang", "'" + lang.get() + "' is not spoken here", "say en or zh");
            };
        }
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
            return Locale.CHINESE.equals(best) ? CHINESE : ENGLISH;
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH; // a preference only: what cannot be read expresses none
        }
    }
}
