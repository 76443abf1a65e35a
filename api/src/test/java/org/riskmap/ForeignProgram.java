package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is not ours, such as GDAL's, run to its end. */
public final class ForeignProgram {

    private ForeignProgram() {}

    /**
     * What it printed; a missing program, an exit code other than 0 or more than {@code minutes} fail the test with the
     * whole output.
     */
    public static String output(int minutes, Map<String, String> variables, String... command) {
        try {
            Path log = Files.createTempFile("foreign", ".log");
            ProcessBuilder builder = new ProcessBuilder(List.of(command));
            builder.environment().putAll(variables);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String printed = Files.readString(log);
            Files.delete(log);
            assertThat(ended)
                    .as("%s ended; it printed:%n%s", command[0], printed)
                    .isTrue();
            assertThat(process.exitValue())
                    .as("exit code of %s; it printed:%n%s", String.join(" ", command), printed)
                    .isZero();
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command[0] + " was interrupted", stopped);
        }
    }
}
