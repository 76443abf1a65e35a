package org.riskmap.ogc.wfs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The {@code .shp} and {@code .shx} of a shapefile (ESRI Shapefile Technical Description, 1998), in two dimensions. */
final class ShapeFile implements AutoCloseable {

    private static final int HEADER_BYTES = 100;
    private static final long MOST_BYTES = Integer.MAX_VALUE - HEADER_BYTES;

    private final ShapeKind kind;
    private final Path shp;
    private final Path shx;
    private final OutputStream shapes;
    private final OutputStream index;
    private final Envelope all = new Envelope();
    private long bytes = HEADER_BYTES;
    private int records;

    ShapeFile(ShapeKind kind, Path shp, Path shx) throws IOException {
        this.kind = kind;
        this.shp = shp;
        this.shx = shx;
        this.shapes = new BufferedOutputStream(Files.newOutputStream(shp), 1 << 16);
        this.index = new BufferedOutputStream(Files.newOutputStream(shx), 1 << 16);
        shapes.write(new byte[HEADER_BYTES]);
        index.write(new byte[HEADER_BYTES]);
    }

    /** @param geometry of this kind, east first; null where the feature has none */
    void write(@Nullable Geometry geometry) throws IOException {
        byte[] content = geometry == null || geometry.isEmpty() ? nothing() : content(geometry);
        if (bytes + 8 + content.length > MOST_BYTES) {
            throw WfsFailure.invalid(
                    "outputFormat", "A shapefile cannot be larger than 2 GB; ask for geopackage, or for less");
        }
        ByteBuffer head = ByteBuffer.allocate(8);
        index.write(head.putInt((int) (bytes / 2)).putInt(content.length / 2).array());
        head.clear();
        shapes.write(head.putInt(++records).putInt(content.length / 2).array());
        shapes.write(content);
        bytes += 8 + content.length;
    }

    private static byte[] nothing() {
        return new byte[4];
    }

    private byte[] content(Geometry geometry) {
        all.expandToInclude(geometry.getEnvelopeInternal());
        if (kind == ShapeKind.POINT) {
            return buffer(20)
                    .putDouble(geometry.getCoordinate().x)
                    .putDouble(geometry.getCoordinate().y)
                    .array();
        }
        if (kind == ShapeKind.MULTIPOINT) {
            ByteBuffer content = buffer(40 + 16 * geometry.getNumPoints());
            box(content, geometry.getEnvelopeInternal()).putInt(geometry.getNumPoints());
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                positions(
                        content, ((org.locationtech.jts.geom.Point) geometry.getGeometryN(i)).getCoordinateSequence());
            }
            return content.array();
        }
        return parts(geometry, lines(geometry));
    }

    private byte[] parts(Geometry geometry, List<CoordinateSequence> lines) {
        int points = lines.stream().mapToInt(CoordinateSequence::size).sum();
        ByteBuffer content = buffer(44 + 4 * lines.size() + 16 * points);
        box(content, geometry.getEnvelopeInternal()).putInt(lines.size()).putInt(points);
        int start = 0;
        for (CoordinateSequence line : lines) {
            content.putInt(start);
            start += line.size();
        }
        lines.forEach(line -> positions(content, line));
        return content.array();
    }

    /** Lines, or rings: the outer ones clockwise, holes the other way. */
    private static List<CoordinateSequence> lines(Geometry geometry) {
        List<CoordinateSequence> lines = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                lines.add(turned(polygon.getExteriorRing(), false));
                for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                    lines.add(turned(polygon.getInteriorRingN(j), true));
                }
            } else {
                lines.add(((LineString) part).getCoordinateSequence());
            }
        }
        return lines;
    }

    private static CoordinateSequence turned(LineString ring, boolean counterClockwise) {
        boolean right = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
        return right ? ring.getCoordinateSequence() : ring.reverse().getCoordinateSequence();
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(kind.code());
    }

    private static ByteBuffer box(ByteBuffer content, Envelope box) {
        return content.putDouble(box.getMinX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxX())
                .putDouble(box.getMaxY());
    }

    private static void positions(ByteBuffer content, CoordinateSequence positions) {
        for (int i = 0; i < positions.size(); i++) {
            content.putDouble(positions.getX(i)).putDouble(positions.getY(i));
        }
    }

    @Override
    public void close() throws IOException {
        shapes.close();
        index.close();
        head(shp, bytes);
        head(shx, HEADER_BYTES + 8L * records);
    }

    private void head(Path file, long length) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putInt(9994).position(24);
        header.putInt((int) (length / 2))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1000)
                .putInt(kind.code());
        if (!all.isNull()) {
            box(header, all);
        }
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.write(header.array());
        }
    }
}
