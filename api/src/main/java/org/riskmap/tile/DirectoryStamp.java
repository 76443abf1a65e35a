package org.riskmap.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a data directory holds, in short.
 *
 * @param whole differs where any file that the catalog reads does
 * @param assets differs where a picture or another file that styles use does
 */
public record DirectoryStamp(String whole, String assets) {

    private static final int DEEPEST = 6;
    private static final long READ_UP_TO_BYTES = 4 << 20;

    /** By the files' contents; very large ones by size and time. */
    static DirectoryStamp of(Path directory) {
        try {
            MessageDigest whole = MessageDigest.getInstance("SHA-256");
            MessageDigest assets = MessageDigest.getInstance("SHA-256");
            for (String part : List.of("workspaces", "styles", "layergroups", "global.xml", "wms.xml")) {
                add(directory, directory.resolve(part), whole, assets);
            }
            return new DirectoryStamp(
                    HexFormat.of().formatHex(whole.digest()), HexFormat.of().formatHex(assets.digest()));
        } catch (IOException | UncheckedIOException changing) {
            String once = UUID.randomUUID().toString(); // changed while it was read: like no other state
            return new DirectoryStamp(once, once);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(Path directory, Path start, MessageDigest whole, MessageDigest assets) throws IOException {
        if (!Files.exists(start)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(start, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            byte[] name = directory.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
            long size = Files.size(file);
            byte[] content = size <= READ_UP_TO_BYTES
                    ? Files.readAllBytes(file)
                    : (size + " " + Files.getLastModifiedTime(file)).getBytes(StandardCharsets.UTF_8);
            String end = file.getFileName().toString();
            boolean description = end.endsWith(".xml") || end.endsWith(".sld");
            for (MessageDigest digest : description ? List.of(whole) : List.of(whole, assets)) {
                digest.update(name);
                digest.update((byte) 0);
                digest.update(Long.toString(content.length).getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
        }
    }
}
