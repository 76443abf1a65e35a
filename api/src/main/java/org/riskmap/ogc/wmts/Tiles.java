package org.riskmap.ogc.wmts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.catalog.TimeDimension;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.BadParameter;
import org.riskmap.ogc.MapPainter;
import org.riskmap.ogc.MapRefused;
import org.riskmap.tile.Look;
import org.riskmap.tile.Looks;
import org.riskmap.tile.MetatileKey;
import org.riskmap.tile.TileCache;
import org.riskmap.tile.TileMatrix;
import org.riskmap.tile.TileRange;
import org.riskmap.tile.TrackedTables;

/** Gives tiles: kept ones where they are still true, else drawn as parts of one picture with their neighbours. */
public final class Tiles {

    /** Functions whose value is another each time. */
    private static final Pattern OF_THE_MOMENT = Pattern.compile("(?i)\\b(now|today|random|currentdate)\\s*\\(");

    private static final Pattern MOVING_TIME = Pattern.compile("(?i).*(present|current|now).*");

    private final TileCache cache;
    private final Looks looks;
    private final TrackedTables tracked;
    private final MapPainter painter;
    private final MetatileDrawing drawing;

    Tiles(TileCache cache, Looks looks, TrackedTables tracked, MapPainter painter, MetatileDrawing drawing) {
        this.cache = cache;
        this.looks = looks;
        this.tracked = tracked;
        this.painter = painter;
        this.drawing = drawing;
    }

    /** The tile that was given for this very request before, if it is still true. */
    public Optional<TileCache.Found> recall(String requestLine, Catalog catalog) {
        return cache.recall(requestLine, catalog);
    }

    /**
     * The tile of a query.
     *
     * @param requestLine the request as it came; the same always means the same query
     * @throws TileFailure where it cannot be given for a reason that lies in the request
     */
    public TileCache.Found tile(String requestLine, Catalog catalog, TileQuery query) {
        query.checked();
        try {
            Look look = looks.of(catalog, lookKey(query), () -> look(query));
            TileRange block = query.look().format() == TileFormat.VECTOR
                    ? new TileRange(query.column(), query.row(), query.column(), query.row())
                    : query.layer().block(query.grid(), query.matrix(), query.column(), query.row());
            TileMatrix matrix = query.matrix();
            MetatileKey key = new MetatileKey(look.key(), query.grid().set().id(), matrix.level(), block);
            return cache.tile(
                    requestLine,
                    catalog,
                    look,
                    key,
                    key.index(query.column(), query.row()),
                    () -> drawing.draw(query, block));
        } catch (MapRefused refused) {
            throw TileFailure.of(refused);
        } catch (InvalidInput wrong) {
            throw TileFailure.of(wrong);
        } catch (BadParameter bad) {
            throw TileFailure.of(bad);
        }
    }

    /** Two queries have one key exactly where every pixel of one place is drawn alike for both. */
    private static String lookKey(TileQuery query) {
        TileQuery.LookRequest look = query.look();
        return String.join(
                "\u0001",
                query.layer().name(),
                look.style(),
                look.time().orElse(""),
                look.filter().orElse(""),
                look.format().name(),
                look.transparent() ? "t" : "o",
                look.background().orElse("").toLowerCase(Locale.ROOT),
                query.layer().metaColumns() + "x" + query.layer().metaRows() + "+"
                        + query.layer().gutterPx());
    }

    private Look look(TileQuery query) {
        List<MapPainter.Part> parts = painter.parts(MapRequests.layers(query));
        Set<String> tables = new HashSet<>();
        List<Path> rasters = new ArrayList<>();
        boolean keepable =
                !OF_THE_MOMENT.matcher(query.look().filter().orElse("")).find();
        for (MapPainter.Part part : parts) {
            keepable &= !OF_THE_MOMENT.matcher(part.style().toString()).find();
            if (part.layer() instanceof CoverageLayer coverage) {
                rasters.add(coverage.file());
            } else if (part.layer() instanceof FeatureLayer layer) {
                keepable &= tracked.holds(layer) && !moves(layer, query.look().time());
                tables.add(layer.table());
            }
        }
        return new Look(
                lookKey(query), parts, tables, rasters, keepable, query.layer().clientSeconds());
    }

    /** Whether another picture may be right later though no row changed, and {@link Validity} cannot say when. */
    private static boolean moves(FeatureLayer layer, Optional<String> asked) {
        String own = layer.cqlFilter();
        if (own != null && OF_THE_MOMENT.matcher(own).find()) {
            return true;
        }
        TimeDimension time = layer.time();
        if (time == null || Validity.atPresent(time, asked)) {
            return false;
        }
        return asked.isEmpty() || asked.get().equalsIgnoreCase("current")
                ? time.movesWithTheClock() || time.whenAbsent() == TimeDimension.Default.NEAREST
                : MOVING_TIME.matcher(asked.get()).matches();
    }
}
