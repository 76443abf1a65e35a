package org.riskmap.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.riskmap.kernel.InvalidInput;

/** A run of one of GDAL's programs. Nothing about the database is told to it: what it reads comes back through its output. */
final class GdalProgram implements AutoCloseable {

    private static final int LONGEST_MESSAGE = 2000;

    private final String program;
    private final Process process;
    private final Path messages;

    private GdalProgram(String program, Process process, Path messages) {
        this.program = program;
        this.process = process;
        this.messages = messages;
    }

    /** @throws InvalidInput where the program is not installed */
    static GdalProgram start(List<String> command, Map<String, String> environment) throws IOException {
        Path messages = Files.createTempFile("riskmap-gdal", ".log");
        messages.toFile().deleteOnExit();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(messages.toFile());
        builder.environment().putAll(environment);
        builder.environment().remove("PGPASSWORD");
        builder.environment().remove("RISKMAP_DB_PASSWORD");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new GdalProgram(command.get(0), process, messages);
        } catch (IOException missing) {
            Files.delete(messages);
            throw new InvalidInput(
                    command.get(0),
                    "the program cannot be started (" + missing.getMessage() + ")",
                    "install GDAL: apt install gdal-bin");
        }
    }

    /** Runs to the end and gives what was printed. Fails as {@link #finish}. */
    static String output(Path file, List<String> command) throws IOException {
        try (GdalProgram run = start(command, Map.of())) {
            String printed = new String(run.output().readAllBytes(), StandardCharsets.UTF_8);
            run.finish(file);
            return printed;
        }
    }

    InputStream output() {
        return process.getInputStream();
    }

    /**
     * Waits for the end and gives the warnings.
     *
     * @throws InvalidInput where the program failed, with what it said
     */
    List<String> finish(Path file) throws IOException {
        try {
            int code = process.waitFor();
            List<String> said = new ArrayList<>(Files.readAllLines(messages, StandardCharsets.UTF_8));
            said.removeIf(String::isBlank);
            if (code != 0) {
                String text = said.stream().distinct().limit(5).collect(Collectors.joining("; "));
                throw new InvalidInput(
                        file.getFileName().toString(),
                        program + " cannot read it: " + text.substring(0, Math.min(text.length(), LONGEST_MESSAGE)),
                        "see whether the file is complete and of the kind that its name says");
            }
            return said.stream().distinct().toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", stopped);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (process.isAlive()) {
                process.destroy();
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } finally {
            Files.deleteIfExists(messages);
        }
    }
}
