package org.riskmap.ogc.wfs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.LayerProperty;

/**
 * Shapefiles in a ZIP: one for each query and kind of geometry, in UTF-8 with a {@code .cpg}, and beside each a {@code
 * _fields.csv} that says which short field name is which property and how many texts were cut.
 */
final class ShapeZipEncoder implements FeatureEncoder {

    /** A shapefile on disk, without the endings of its files' names. */
    private record Files3(Path stem, ShapeFile shapes, DbfFile table) {
        Path with(String ending) {
            return stem.resolveSibling(stem.getFileName() + ending);
        }
    }

    private final OutputStream out;
    private final WorkFolder folder;
    private final Set<String> names = new HashSet<>();
    private final ZipOutputStream zip;
    private final Map<ShapeKind, Files3> open = new EnumMap<>(ShapeKind.class);
    private AnswerPart part;

    ShapeZipEncoder(OutputStream out, Answer answer) {
        this.out = out;
        this.part = answer.parts().get(0);
        this.folder = WorkFolder.create();
        this.zip = folder.zip("answer.zip");
    }

    @Override
    public void begin(Answer answer) {}

    @Override
    public void beginPart(AnswerPart next) {
        part = next;
    }

    @Override
    public void feature(Feature feature, @Nullable Geometry geometry) {
        try {
            Files3 files = files(geometry == null || geometry.isEmpty() ? usual() : ShapeKind.of(geometry));
            files.shapes().write(geometry);
            files.table().write(feature);
        } catch (IOException failed) {
            throw WorkFolder.failed(failed);
        }
    }

    /** Where features without geometry go. */
    private ShapeKind usual() {
        if (part.geometry() == null) {
            return ShapeKind.NONE;
        }
        @Nullable
        ShapeKind ofColumn = part.properties().stream()
                .filter(property -> property.name().equals(part.geometry()))
                .findFirst()
                .map(property -> ShapeKind.ofColumn(property.geometryType()))
                .orElse(null);
        if (ofColumn != null) {
            return ofColumn;
        }
        return open.isEmpty() ? ShapeKind.POINT : open.keySet().iterator().next();
    }

    private Files3 files(ShapeKind kind) throws IOException {
        Files3 files = open.get(kind);
        if (files == null) {
            Path stem = folder.path(names.size() + "_" + kind.name());
            List<LayerProperty> simple = part.properties().stream()
                    .filter(property -> !property.isGeometry())
                    .toList();
            Path shp = stem.resolveSibling(stem.getFileName() + ".shp");
            Path shx = stem.resolveSibling(stem.getFileName() + ".shx");
            Path dbf = stem.resolveSibling(stem.getFileName() + ".dbf");
            files = new Files3(stem, new ShapeFile(kind, shp, shx), new DbfFile(dbf, simple));
            open.put(kind, files);
        }
        return files;
    }

    @Override
    public void endPart() {
        try {
            if (open.isEmpty()) {
                files(usual()); // an empty answer has files too
            }
            for (Map.Entry<ShapeKind, Files3> each : open.entrySet()) {
                String kind = open.size() == 1 ? "" : "_" + each.getKey().name().toLowerCase(Locale.ROOT);
                pack(each.getValue(), unique(part.layer().name() + kind));
            }
            open.clear();
        } catch (IOException failed) {
            throw WorkFolder.failed(failed);
        }
    }

    private String unique(String name) {
        String free = name;
        for (int number = 2; !names.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private void pack(Files3 files, String name) throws IOException {
        files.shapes().close();
        files.table().close();
        for (String ending : List.of(".shp", ".shx", ".dbf")) {
            zip.putNextEntry(new ZipEntry(name + ending));
            Files.copy(files.with(ending), zip);
            zip.closeEntry();
            Files.delete(files.with(ending));
        }
        text(name + ".prj", CrsText.esri(part.crs().crs()));
        text(name + ".cpg", "UTF-8");
        text(name + "_fields.csv", files.table().fieldMap());
    }

    private void text(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void end() {
        try {
            zip.close();
        } catch (IOException failed) {
            throw WorkFolder.failed(failed);
        }
        try {
            Files.copy(folder.path("answer.zip"), out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        folder.close();
    }
}
