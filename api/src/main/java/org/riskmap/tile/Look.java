package org.riskmap.tile;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a tile shows besides its place: layers, styles, time, filter, format.
 *
 * @param key the same text for the same look, and only for it, in one state of the directory
 * @param drawn equal to that of the same key in another state of the directory exactly where the same would be drawn
 * @param tables of schema {@code risk} that it may be drawn from
 * @param files rasters that it is drawn from
 * @param keepable whether every row that it is drawn from is in a table whose changes are told, and it can be said until
 *     when nothing changes with the clock; otherwise a picture is handed out for a second at most
 * @param clientSeconds how long a client need not ask again; 0 means it asks each time
 * @param version set by {@link Looks}: grows where what is drawn under this key has changed
 */
public record Look(
        String key,
        List<?> drawn,
        Set<String> tables,
        List<Path> files,
        boolean keepable,
        int clientSeconds,
        long version) {

    public Look {
        drawn = List.copyOf(drawn);
        tables = Set.copyOf(tables);
        files = List.copyOf(files);
    }

    public Look(String key, List<?> drawn, Set<String> tables, List<Path> files, boolean keepable, int clientSeconds) {
        this(key, drawn, tables, files, keepable, clientSeconds, 0);
    }

    Look withVersion(long changed) {
        return new Look(key, drawn, tables, files, keepable, clientSeconds, changed);
    }
}
