package org.riskmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.DatabaseSettings;

/**
 * The service as users run it: the built jar in a process of its own, on a free port, with a fresh database. {@link
 * #shared} is started once for all integration tests, with the demo county; who changes its data puts it back. Failing to
 * start fails the test with the end of the service's log.
 */
public final class RunningService implements AutoCloseable {

    private static final Path JAR = Path.of("target", "riskmap.jar").toAbsolutePath();
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START_TIME = Duration.ofMinutes(5);
    private static final int LOG_LINES_SHOWN = 60;

    private static @Nullable RunningService shared;

    private final Process process;
    private final URI base;
    private final Path var;
    private final TestDatabase database;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private RunningService(Process process, URI base, Path var, TestDatabase database) {
        this.process = process;
        this.base = base;
        this.var = var;
        this.database = database;
    }

    /** The one with the demo county; ends with the tests. */
    public static synchronized RunningService shared() {
        if (shared == null) {
            RunningService service = start(Map.of("RISKMAP_DEMO", "true"));
            Runtime.getRuntime().addShutdownHook(new Thread(service::close));
            shared = service;
        }
        return shared;
    }

    /** Another one with an empty database of its own and these environment variables; close it. */
    public static RunningService start(Map<String, String> variables) {
        TestDatabase database = TestDatabase.create();
        try {
            Path var = Files.createTempDirectory("riskmap-it");
            int port = freePort();
            Process process = launch(variables, database.database().settings(), var, port);
            RunningService service = new RunningService(process, URI.create("http://127.0.0.1:" + port), var, database);
            service.awaitHealth();
            return service;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Process launch(Map<String, String> variables, DatabaseSettings database, Path var, int port)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-jar",
                JAR.toString());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("RISKMAP_"));
        environment.put("RISKMAP_PORT", Integer.toString(port));
        environment.put("RISKMAP_VAR", var.toString());
        environment.put("RISKMAP_DB_URL", database.jdbcUrl());
        environment.put("RISKMAP_DB_USER", database.user());
        environment.put("RISKMAP_DB_PASSWORD", database.password());
        environment.put(
                "RISKMAP_GEOSERVER_DATA_DIR", PROJECT.resolve("geoserver-data").toString());
        environment.put("RISKMAP_DEMO", "false");
        environment.put("LC_ALL", "C.UTF-8");
        environment.putAll(variables);
        return builder.directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(var.resolve("server.log").toFile())
                .start();
    }

    private void awaitHealth() {
        Instant patience = Instant.now().plus(START_TIME);
        while (true) {
            try {
                if (get("/actuator/health").statusCode() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                // it has not opened its port
            }
            if (!process.isAlive() || Instant.now().isAfter(patience)) {
                String log = logEnd();
                close();
                throw new AssertionError("the service did not start:\n" + log);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the service starts", stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where it answers, such as {@code http://127.0.0.1:34567}; no slash at its end. */
    public URI base() {
        return base;
    }

    /** The service's own folder, {@code RISKMAP_VAR}. */
    public Path var() {
        return var;
    }

    /** Its database, for checks that do not ask the service. */
    public Database database() {
        return database.database();
    }

    /** The password that it generated. */
    public String adminPassword() {
        try {
            return Files.readString(var.resolve("admin-password")).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The header value that logs in as {@code admin}. */
    public String adminLogin() {
        byte[] pair = ("admin:" + adminPassword()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** The last lines of what it logged. */
    public String logEnd() {
        try {
            List<String> lines = Files.readAllLines(var.resolve("server.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A request to a path and query as they are, with headers as name, value, name, value. */
    public HttpRequest.Builder request(String pathAndQuery, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + pathAndQuery)).timeout(Duration.ofMinutes(2));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> get(String pathAndQuery, String... headers) {
        return send(request(pathAndQuery, headers).GET().build());
    }

    public HttpResponse<String> post(String path, String contentType, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** For bodies that are no text: {@code send(request, BodyHandlers.ofByteArray())}. */
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException failed) {
            throw new UncheckedIOException(request + " failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request + " was interrupted", stopped);
        }
    }

    /** Stops the process and drops the database. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
