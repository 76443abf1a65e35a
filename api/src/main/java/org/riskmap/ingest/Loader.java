package org.riskmap.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.riskmap.ingest.LoadReport.FileReport;
import org.riskmap.ingest.Profile.FileRule;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.springframework.dao.DataAccessException;

/**
 * Loads the files of a folder, or one file, by a profile into schema {@code risk}: one transaction per file (of a dry run:
 * one that is rolled back). Every record is loaded or kept in {@code risk.import_reject} with its reasons.
 */
public final class Loader {

    private static final long LOCK = 0x7269736b6c6f6164L; // one load at a time per database

    /** A load sorts and hashes whole files; it is one at a time. */
    private static final String WORK_MEMORY = "128MB";

    private final Database database;
    private final Path rasterFolder;

    /** @param rasterFolder where {@code dem.tif} and {@code hillshade.tif} of elevation rasters go */
    public Loader(Database database, Path rasterFolder) {
        this.database = database;
        this.rasterFolder = rasterFolder;
    }

    /**
     * Loads; what is wrong with single files or records is in the report.
     *
     * @throws InvalidInput where there is no such path, no profile for it, or the profile has errors
     */
    public LoadReport load(LoadRequest request) {
        LoadFolder folder = LoadFolder.of(request.path());
        ProfileChoice choice = ProfileChoice.of(folder, request.profile());
        try (EarlierRows earlier = new EarlierRows(database)) {
            Run run = new Run(request, folder, choice, earlier);
            if (!request.dryRun()) {
                return run.run();
            }
            return rolledBack(run::run);
        }
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient LoadReport report;

        private RolledBack(LoadReport report) {
            super(null, null, false, false);
            this.report = report;
        }
    }

    private LoadReport rolledBack(Supplier<LoadReport> work) {
        try {
            return database.inTransaction(client -> {
                throw new RolledBack(work.get());
            });
        } catch (RolledBack done) {
            return done.report;
        }
    }

    private record Job(Path file, FileRule rule) {}

    /** One load. */
    private final class Run {

        private final LoadRequest request;
        private final LoadFolder folder;
        private final Profile profile;
        private final EarlierRows earlier;
        private final List<String> notes;
        private final String from;
        private final List<FileReport> reports = new ArrayList<>();
        private final Map<String, String> notLoaded = new TreeMap<>();
        private final Map<String, Long> removedDemo = new LinkedHashMap<>();
        private final Map<String, Long> removedEarlier = new LinkedHashMap<>();
        private final Stager stager = new Stager(database);

        private Run(LoadRequest request, LoadFolder folder, ProfileChoice choice, EarlierRows earlier) {
            this.request = request;
            this.folder = folder;
            this.profile = choice.profile();
            this.from = choice.from();
            this.earlier = earlier;
            this.notes = new ArrayList<>(choice.notes());
        }

        private LoadReport run() {
            List<Job> all = jobs();
            List<Job> jobs = all.stream().filter(job -> !job.rule().elevation()).toList();
            for (Job job : jobs) {
                loadFile(job, job == jobs.get(jobs.size() - 1));
            }
            if (request.replace() && reports.stream().anyMatch(report -> report.failure() != null)) {
                notes.add("--replace deleted nothing, because a file failed");
            }
            List<Path> heights = all.stream()
                    .filter(job -> job.rule().elevation())
                    .map(Job::file)
                    .toList();
            if (!heights.isEmpty()) {
                loadHeights(heights);
            }
            if (!removedDemo.isEmpty() && !request.dryRun()) {
                removeDemoRasters();
            }
            if (all.isEmpty()) {
                notes.add("the profile " + profile.name() + " loads none of these files");
            }
            return new LoadReport(
                    profile.name() + " (" + from + "): " + profile.title(),
                    folder.source(),
                    reports,
                    notLoaded,
                    removedDemo,
                    removedEarlier,
                    notes,
                    request.dryRun());
        }

        /** The files that are loaded in the profile's order; the others get their reason. */
        private List<Job> jobs() {
            List<Job> jobs = new ArrayList<>();
            Set<Path> used = new HashSet<>();
            for (FileRule rule : profile.files()) {
                boolean found = false;
                for (Path file : folder.files()) {
                    if (!rule.matches(file) || !LoadFolder.isDataset(file)) {
                        continue;
                    }
                    found = true;
                    if (used.add(file) && rule.skip() != null) {
                        notLoaded.put(name(file), rule.skip());
                    } else if (rule.skip() == null) {
                        jobs.add(new Job(file, rule));
                    }
                }
                if (!found && rule.skip() == null && folder.files().size() > 1) {
                    notes.add("there is no " + String.join(" or ", rule.match()) + ", which the profile would load");
                }
            }
            folder.files().stream()
                    .filter(file -> !used.contains(file))
                    .forEach(file -> notLoaded.put(name(file), whyUnused(file, jobs)));
            return jobs;
        }

        private String whyUnused(Path file, List<Job> jobs) {
            if (!LoadFolder.isDataset(file)) {
                return "a folder; load it by itself";
            }
            for (Job job : jobs) {
                if (job.rule().joins().stream().anyMatch(join -> join.matches(file))) {
                    return "read together with " + name(job.file());
                }
                String stem = name(job.file()).replaceFirst("(?i)\\.shp$", "");
                if (name(job.file()).matches("(?i).*\\.shp") && name(file).startsWith(stem + ".")) {
                    return "part of " + name(job.file());
                }
            }
            return "the profile has no rule for it";
        }

        private void loadFile(Job job, boolean last) {
            try {
                FileReport report = request.dryRun()
                        ? inSavepoint(() -> fileInTransaction(job, last))
                        : database.inTransaction(client -> fileInTransaction(job, last));
                reports.add(report);
            } catch (InvalidInput wrong) {
                reports.add(failed(job.file(), wrong.getMessage()));
            } catch (UncheckedIOException unreadable) {
                reports.add(
                        failed(job.file(), String.valueOf(unreadable.getCause().getMessage())));
            } catch (DataAccessException refused) {
                reports.add(failed(
                        job.file(),
                        "the database refused it: "
                                + refused.getMostSpecificCause().getMessage()));
            } finally {
                stager.forget();
            }
        }

        private FileReport failed(Path file, String why) {
            return new FileReport(name(file), List.of(), why, List.of());
        }

        private FileReport inSavepoint(Supplier<FileReport> work) {
            database.client().sql("savepoint file").update();
            try {
                FileReport report = work.get();
                database.client().sql("release savepoint file").update();
                return report;
            } catch (RuntimeException failed) {
                database.client().sql("rollback to savepoint file").update();
                throw failed;
            }
        }

        private FileReport fileInTransaction(Job job, boolean last) {
            database.client().sql("select pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
            database.client().sql("set local work_mem = '" + WORK_MEMORY + "'").update();
            database.client().sql(functions()).update();
            FileLoad load = new FileLoad(database, stager, profile, job.rule(), folder);
            Map<String, Long> demo = new LinkedHashMap<>();
            FileReport report = load.run(job.file(), () -> demo.putAll(earlier.removeDemo()), table -> {
                if (request.replace()) {
                    earlier.remember(table);
                }
            });
            demo.forEach((table, rows) -> removedDemo.merge(table, rows, Long::sum));
            if (last && request.replace() && reports.stream().allMatch(before -> before.failure() == null)) {
                removedEarlier.putAll(earlier.removeNotLoaded(folder.source()));
            }
            return report;
        }

        private void removeDemoRasters() {
            try {
                if (new ElevationRaster(rasterFolder).removeDemo()) {
                    notes.add("the demo county's dem.tif and hillshade.tif were removed");
                }
            } catch (IOException stuck) {
                notes.add("the demo county's dem.tif and hillshade.tif are still in " + rasterFolder + ": " + stuck);
            }
        }

        private void loadHeights(List<Path> heights) {
            try {
                List<String> made = new ElevationRaster(rasterFolder).make(heights, request.dryRun());
                heights.forEach(file -> reports.add(new FileReport(name(file), List.of(), null, made)));
                removedDemo.putAll(database.inTransaction(client -> earlier.removeDemo()));
            } catch (InvalidInput wrong) {
                heights.forEach(file -> reports.add(failed(file, wrong.getMessage())));
            } catch (IOException unreadable) {
                heights.forEach(file -> reports.add(failed(file, String.valueOf(unreadable.getMessage()))));
            }
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** SQL functions that a load makes for the length of its session. */
    static String functions() {
        try (InputStream text = Loader.class.getResourceAsStream("functions.sql")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
