package org.riskmap.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is to be loaded.
 *
 * @param path a file, or a folder whose files are loaded
 * @param profile a profile's file or the name of a shipped one; null: the folder's own, else the shipped one that matches
 * @param replace whether earlier rows of the same source that are not in these files are deleted
 * @param dryRun whether everything is rolled back at the end
 */
public record LoadRequest(Path path, @Nullable String profile, boolean replace, boolean dryRun) {}
