package org.riskmap.network;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Nodes and ways of an OpenStreetMap extract with their ids, read from the blocks of its file and nothing else
 * (wiki.openstreetmap.org/wiki/PBF_Format): what the loading by way of GDAL forgets.
 */
final class OsmPbf {

    private static final int PER_DEGREE = 10_000_000;

    /** A way with its nodes in order. */
    record Way(String id, long[] nodes, Map<String, String> tags) {}

    /** Position by node, in ten millionths of a degree: longitude above, latitude below. */
    final Map<Long, Long> positions = new HashMap<>();

    final List<Way> ways = new ArrayList<>();

    private OsmPbf() {}

    static OsmPbf read(Path file) throws IOException {
        OsmPbf osm = new OsmPbf();
        try (DataInputStream blobs = new DataInputStream(Files.newInputStream(file))) {
            while (true) {
                CodedInputStream header;
                try {
                    header = CodedInputStream.newInstance(blobs.readNBytes(blobs.readInt()));
                } catch (EOFException end) {
                    return osm;
                }
                String type = "";
                int size = 0;
                for (int tag = header.readTag(); tag != 0; tag = header.readTag()) {
                    switch (WireFormat.getTagFieldNumber(tag)) {
                        case 1 -> type = header.readString();
                        case 3 -> size = header.readInt32();
                        default -> header.skipField(tag);
                    }
                }
                byte[] blob = blobs.readNBytes(size);
                if (type.equals("OSMData")) {
                    osm.block(content(blob));
                }
            }
        }
    }

    /** Where in ten millionths of a degree a position is. */
    static long position(double lon, double lat) {
        return Math.round(lon * PER_DEGREE) << 32 | Math.round(lat * PER_DEGREE) & 0xFFFFFFFFL;
    }

    private static byte[] content(byte[] blob) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(blob);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> {
                    return in.readByteArray();
                }
                case 3 -> {
                    return inflated(in.readByteArray());
                }
                default -> in.skipField(tag);
            }
        }
        throw new IOException("a blob is neither raw nor deflated");
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        Inflater inflater = new Inflater();
        inflater.setInput(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try {
            while (!inflater.finished()) {
                out.write(buffer, 0, inflater.inflate(buffer));
            }
        } catch (DataFormatException broken) {
            throw new IOException("a blob cannot be inflated", broken);
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }

    private void block(byte[] bytes) throws IOException {
        List<String> strings = new ArrayList<>();
        List<ByteString> groups = new ArrayList<>();
        long granularity = 100;
        long latOffset = 0;
        long lonOffset = 0;
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> strings(in.readBytes().newCodedInput(), strings);
                case 2 -> groups.add(in.readBytes());
                case 17 -> granularity = in.readInt32();
                case 19 -> latOffset = in.readInt64();
                case 20 -> lonOffset = in.readInt64();
                default -> in.skipField(tag);
            }
        }
        for (ByteString group : groups) {
            group(group.newCodedInput(), strings, new Scale(granularity, lonOffset, latOffset));
        }
    }

    /** From a block's numbers to degrees. */
    private record Scale(long granularity, long lonOffset, long latOffset) {

        long position(long lon, long lat) {
            return OsmPbf.position(1e-9 * (lonOffset + granularity * lon), 1e-9 * (latOffset + granularity * lat));
        }
    }

    private static void strings(CodedInputStream in, List<String> strings) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            strings.add(in.readBytes().toString(StandardCharsets.UTF_8));
        }
    }

    private void group(CodedInputStream in, List<String> strings, Scale scale) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> throw new IOException("single nodes are not expected here");
                case 2 -> nodes(in.readBytes().newCodedInput(), scale);
                case 3 -> ways.add(way(in.readBytes().newCodedInput(), strings));
                default -> in.skipField(tag);
            }
        }
    }

    private void nodes(CodedInputStream in, Scale scale) throws IOException {
        long[] ids = {};
        long[] lats = {};
        long[] lons = {};
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> ids = differences(in.readBytes().newCodedInput());
                case 8 -> lats = differences(in.readBytes().newCodedInput());
                case 9 -> lons = differences(in.readBytes().newCodedInput());
                default -> in.skipField(tag);
            }
        }
        for (int i = 0; i < ids.length; i++) {
            positions.put(ids[i], scale.position(lons[i], lats[i]));
        }
    }

    private static Way way(CodedInputStream in, List<String> strings) throws IOException {
        long id = 0;
        List<Integer> keys = List.of();
        List<Integer> values = List.of();
        long[] nodes = {};
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> id = in.readInt64();
                case 2 -> keys = numbers(in.readBytes().newCodedInput());
                case 3 -> values = numbers(in.readBytes().newCodedInput());
                case 8 -> nodes = differences(in.readBytes().newCodedInput());
                default -> in.skipField(tag);
            }
        }
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            tags.put(strings.get(keys.get(i)), strings.get(values.get(i)));
        }
        return new Way(String.valueOf(id), nodes, tags);
    }

    private static List<Integer> numbers(CodedInputStream in) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        while (!in.isAtEnd()) {
            numbers.add(in.readUInt32());
        }
        return numbers;
    }

    /** Each number of the file is what is added to the one before. */
    private static long[] differences(CodedInputStream in) throws IOException {
        long[] values = new long[16];
        int count = 0;
        for (long at = 0; !in.isAtEnd(); ) {
            at += in.readSInt64();
            values = count == values.length ? java.util.Arrays.copyOf(values, 2 * count) : values;
            values[count++] = at;
        }
        return java.util.Arrays.copyOf(values, count);
    }
}
