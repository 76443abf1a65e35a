package org.riskmap.tile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;

/**
 * The part of a matrix set that a layer is offered in.
 *
 * @param set the whole
 * @param extent in the set's system; null means all of it
 * @param firstLevel smallest scale offered
 * @param lastLevel largest scale offered
 */
public record GridSubset(TileMatrixSet set, @Nullable Envelope extent, int firstLevel, int lastLevel) {

    static GridSubset whole(TileMatrixSet set) {
        return new GridSubset(set, null, 0, set.matrices().size() - 1);
    }

    /** Whether the directory or the set's own size limits the tiles that may be asked for. */
    public boolean limited() {
        return extent != null || firstLevel > 0 || lastLevel < set.matrices().size() - 1;
    }

    /** The tiles of a level that may be asked for; empty where the level is not offered. */
    public Optional<TileRange> limits(TileMatrix matrix) {
        if (matrix.level() < firstLevel || matrix.level() > lastLevel) {
            return Optional.empty();
        }
        return extent == null ? Optional.of(matrix.all()) : matrix.tiles(extent);
    }
}
