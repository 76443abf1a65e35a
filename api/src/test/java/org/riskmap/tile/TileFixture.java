package org.riskmap.tile;

import java.nio.file.Path;

/** Parts of the tile cache for tests of services that use it. */
public final class TileFixture {

    private TileFixture() {}

    public static Looks looks(Path directory) {
        return new Looks(() -> DirectoryStamp.of(directory));
    }
}
