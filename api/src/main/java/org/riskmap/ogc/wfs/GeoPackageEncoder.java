package org.riskmap.ogc.wfs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;

/** A GeoPackage 1.3 (OGC 12-128r17) with a table of features for each query. */
final class GeoPackageEncoder implements FeatureEncoder {

    private static final String FILE = "answer.gpkg";

    private final OutputStream out;
    private final WorkFolder folder;
    private final GeoPackage file;
    private final Set<String> names = new HashSet<>();
    private AnswerPart part;
    private GeoPackage.@Nullable Table table;

    GeoPackageEncoder(OutputStream out, Answer answer) {
        this.out = out;
        this.part = answer.parts().get(0);
        this.folder = WorkFolder.create();
        try {
            this.file = new GeoPackage(folder.path(FILE), answer.timeStamp());
        } catch (SQLException failed) {
            folder.close();
            throw failed(failed);
        }
    }

    private static IllegalStateException failed(SQLException failed) {
        return new IllegalStateException("the GeoPackage could not be written", failed);
    }

    @Override
    public void begin(Answer answer) {}

    @Override
    public void beginPart(AnswerPart next) {
        part = next;
        String name = next.layer().name();
        for (int number = 2; !names.add(name); number++) {
            name = next.layer().name() + "_" + number;
        }
        try {
            table = file.table(name, next);
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    @Override
    public void feature(Feature feature, @Nullable Geometry geometry) {
        try {
            if (table == null) {
                throw new IllegalStateException("a feature of no part");
            }
            table.write(feature, geometry);
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    @Override
    public void endPart() {
        try {
            if (table != null) {
                table.close();
            }
            table = null;
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    @Override
    public void end() {
        try {
            file.close();
        } catch (SQLException failed) {
            throw failed(failed);
        }
        Path whole = folder.path(FILE);
        try {
            Files.copy(whole, out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (SQLException failed) {
            throw failed(failed);
        } finally {
            folder.close();
        }
    }
}
