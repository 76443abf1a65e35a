package org.riskmap.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a shipped profile, for tests that change a part of it. */
final class ProfileText {

    private ProfileText() {}

    static String ofShipped(String name) {
        try (var text = ProfileText.class.getResourceAsStream("/profiles/" + name + ".yaml")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
