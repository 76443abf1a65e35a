package org.riskmap.ogc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.riskmap.catalog.CoverageLayer;
import org.riskmap.raster.RasterFile;
import org.riskmap.raster.RasterUnreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The coverage layers' files, kept open until they are replaced. Safe for many threads. */
@Component
public final class RasterFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RasterFiles.class);

    private final Map<Path, Opened> open = new ConcurrentHashMap<>();

    private record Opened(long changedMillis, RasterFile file) {}

    /**
     * The file of a layer; empty while there is none, as before the first load of an elevation model. A file that was
     * replaced is opened anew; the old one is left to those who still read it.
     */
    public Optional<RasterFile> find(CoverageLayer layer) {
        Path path = layer.file();
        try {
            long changed = Files.getLastModifiedTime(path).toMillis();
            return Optional.of(open.compute(
                            path,
                            (key, known) -> known != null && known.changedMillis() == changed
                                    ? known
                                    : new Opened(changed, RasterFile.open(path)))
                    .file());
        } catch (IOException missing) {
            return Optional.empty();
        } catch (RasterUnreadable damaged) {
            LOG.warn("layer {} is not drawn: {}", layer.qualifiedName(), damaged.getMessage());
            return Optional.empty();
        }
    }
}
