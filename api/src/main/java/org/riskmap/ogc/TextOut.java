package org.riskmap.ogc;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Text on its way out in UTF-8, a few ten thousand characters in memory at most. */
public final class TextOut {

    private static final int FULL = 1 << 15;

    private final StringBuilder text = new StringBuilder(FULL + 4096);
    private final Writer writer;

    public TextOut(OutputStream stream) {
        this.writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    }

    /** Where to append; always the same builder, emptied by {@link #drain} and {@link #finish}. */
    public StringBuilder text() {
        return text;
    }

    /** Sends on what has gathered, if it is much. Fails with UncheckedIOException where nobody takes it any more. */
    public void drain() {
        if (text.length() >= FULL) {
            send();
        }
    }

    /** Sends on all that has gathered. Fails with UncheckedIOException where nobody takes it any more. */
    public void finish() {
        send();
        try {
            writer.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void send() {
        try {
            writer.append(text);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        text.setLength(0);
    }
}
