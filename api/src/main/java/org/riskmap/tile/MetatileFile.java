package org.riskmap.tile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.riskmap.kernel.Envelope;

/**
 * A metatile's file: a header that says what it is and what it was drawn from, then the tiles' bytes.
 *
 * @param path of the file
 * @param header what it says
 * @param tiles where each tile lies in it
 * @param sizeBytes of the whole
 */
record MetatileFile(Path path, Header header, List<Slot> tiles, long sizeBytes) {

    private static final int MAGIC = 0x524D5432; // RMT2

    /**
     * @param stamp of the directory and the service that it was drawn with
     * @param key which tiles
     * @param oldestOpen the oldest transaction that was open when drawing began: what later ones did may be missing
     * @param until when they may no longer be true though nothing changed
     * @param contentType of every tile
     * @param reads tables and where
     * @param rasters files
     */
    record Header(
            String stamp,
            MetatileKey key,
            long oldestOpen,
            Instant until,
            String contentType,
            List<Metatile.Read> reads,
            List<Entry.FileStamp> rasters) {}

    /** Place and validator of a tile; place and length in bytes. */
    record Slot(long offset, int length, String etag) {}

    /** Writes a file that nobody sees yet; {@link #publish} gives it its name. */
    static MetatileFile write(Path path, Header header, List<Tile> tiles) throws IOException {
        Files.createDirectories(path.getParent());
        List<Slot> slots = new ArrayList<>();
        Path hidden = hidden(path);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(hidden)))) {
            out.writeInt(MAGIC);
            writeHeader(out, header);
            out.writeInt(tiles.size());
            int directory = out.size();
            for (Tile tile : tiles) {
                directory += Integer.BYTES + Short.BYTES + tile.etag().length();
            }
            long offset = directory;
            for (Tile tile : tiles) {
                out.writeInt(tile.bytes().length);
                out.writeUTF(tile.etag());
                slots.add(new Slot(offset, tile.bytes().length, tile.etag()));
                offset += tile.bytes().length;
            }
            for (Tile tile : tiles) {
                out.write(tile.bytes());
            }
        }
        return new MetatileFile(path, header, slots, Files.size(hidden));
    }

    private static Path hidden(Path path) {
        return path.resolveSibling(path.getFileName() + ".tmp");
    }

    void publish() throws IOException {
        Files.move(hidden(path), path, StandardCopyOption.ATOMIC_MOVE);
    }

    void discard() throws IOException {
        Files.deleteIfExists(hidden(path));
    }

    /**
     * Reads header and directory.
     *
     * @param stamp that it must have been drawn with
     * @throws IOException where it was drawn with another, or is not whole
     */
    static MetatileFile read(Path path, String stamp) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a metatile: " + path);
            }
            if (!in.readUTF().equals(stamp)) {
                throw new IOException("of another time: " + path);
            }
            Header header = readHeader(in, stamp);
            int count = in.readInt();
            List<int[]> lengths = new ArrayList<>();
            List<String> etags = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                lengths.add(new int[] {in.readInt()});
                etags.add(in.readUTF());
            }
            long size = Files.size(path);
            long offset = size - lengths.stream().mapToLong(length -> length[0]).sum();
            List<Slot> slots = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                slots.add(new Slot(offset, lengths.get(i)[0], etags.get(i)));
                offset += lengths.get(i)[0];
            }
            return new MetatileFile(path, header, slots, size);
        }
    }

    Tile tile(int index) throws IOException {
        Slot slot = tiles.get(index);
        byte[] bytes = new byte[slot.length()];
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(slot.offset());
            file.readFully(bytes);
        }
        return new Tile(bytes, header.contentType(), slot.etag());
    }

    private static void writeHeader(DataOutputStream out, Header header) throws IOException {
        out.writeUTF(header.stamp());
        out.writeUTF(header.key().look());
        out.writeUTF(header.key().set());
        out.writeInt(header.key().level());
        TileRange tiles = header.key().tiles();
        for (int side : new int[] {tiles.minColumn(), tiles.minRow(), tiles.maxColumn(), tiles.maxRow()}) {
            out.writeInt(side);
        }
        out.writeLong(header.oldestOpen());
        out.writeUTF(header.until().toString());
        out.writeUTF(header.contentType());
        out.writeInt(header.reads().size());
        for (Metatile.Read read : header.reads()) {
            out.writeUTF(read.table());
            Envelope envelope = read.envelope();
            out.writeBoolean(envelope != null);
            if (envelope != null) {
                out.writeDouble(envelope.minX());
                out.writeDouble(envelope.minY());
                out.writeDouble(envelope.maxX());
                out.writeDouble(envelope.maxY());
            }
        }
        out.writeInt(header.rasters().size());
        for (Entry.FileStamp raster : header.rasters()) {
            out.writeUTF(raster.path().toString());
            out.writeUTF(raster.state());
        }
    }

    private static Header readHeader(DataInputStream in, String stamp) throws IOException {
        String look = in.readUTF();
        String set = in.readUTF();
        int level = in.readInt();
        TileRange tiles = new TileRange(in.readInt(), in.readInt(), in.readInt(), in.readInt());
        long oldestOpen = in.readLong();
        Instant until = Instant.parse(in.readUTF());
        String contentType = in.readUTF();
        List<Metatile.Read> reads = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String table = in.readUTF();
            boolean somewhere = in.readBoolean();
            reads.add(new Metatile.Read(
                    table,
                    somewhere
                            ? new Envelope(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble())
                            : null));
        }
        List<Entry.FileStamp> rasters = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            rasters.add(new Entry.FileStamp(Path.of(in.readUTF()), in.readUTF()));
        }
        return new Header(
                stamp, new MetatileKey(look, set, level, tiles), oldestOpen, until, contentType, reads, rasters);
    }
}
