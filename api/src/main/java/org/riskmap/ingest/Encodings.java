package org.riskmap.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.riskmap.kernel.InvalidInput;

/**
 * The encodings that a profile allows for a file's text, the strictest first. One: it is that. Several: the first in which
 * all of the text can be read. None: it must be UTF-8.
 */
record Encodings(List<Charset> declared) {

    static final Encodings NONE = new Encodings(List.of());

    /** Opens the text from its beginning. */
    @FunctionalInterface
    interface Bytes {
        InputStream open() throws IOException;
    }

    /** @throws InvalidInput where the text is in none of them; not where only one is declared, whose faults are told by record */
    Charset of(String file, Bytes bytes) throws IOException {
        if (declared.size() == 1) {
            return declared.get(0);
        }
        for (Charset one : declared.isEmpty() ? List.of(StandardCharsets.UTF_8) : declared) {
            if (isText(bytes, one)) {
                return one;
            }
        }
        throw new InvalidInput(
                file,
                declared.isEmpty()
                        ? "it is not UTF-8 and the profile does not say what it is"
                        : "it is none of "
                                + declared.stream().map(Charset::name).collect(Collectors.joining(", ")),
                "declare its encoding in the profile, such as 'encoding: GB18030' or 'encoding: Big5'");
    }

    private static boolean isText(Bytes bytes, Charset charset) throws IOException {
        try (Reader strict = new InputStreamReader(bytes.open(), charset.newDecoder())) {
            strict.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException otherEncoding) {
            return false;
        }
    }
}
