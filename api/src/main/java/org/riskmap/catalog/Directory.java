package org.riskmap.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;

/** The directory's files as one reading sees them, and the defects found on the way. */
final class Directory {

    private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");

    private final Path root;
    private final List<Defect> defects = new ArrayList<>();

    Directory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * An XML file that was read.
     *
     * @param path below the directory, with slashes
     * @param root the document's root
     */
    record Document(String path, XmlElement root) {

        /** {@code id} of the object; empty where it has none. */
        String id() {
            return root.textAt("id").orElse("");
        }

        Optional<String> text(String... names) {
            return root.textAt(names);
        }

        boolean flag(String name, boolean absent) {
            return text(name).map(Boolean::parseBoolean).orElse(absent);
        }

        /** The value of a metadata entry. */
        Optional<XmlElement> metadata(String key) {
            return root.child("metadata").stream()
                    .flatMap(metadata -> metadata.children("entry").stream())
                    .filter(entry -> entry.attribute("key").orElse("").equals(key))
                    .findFirst();
        }
    }

    Path root() {
        return root;
    }

    List<Defect> defects() {
        return defects;
    }

    void defect(Document document, String element, String what, String remedy) {
        int line = document.root()
                .child(element)
                .map(XmlElement::line)
                .orElse(document.root().line());
        defects.add(new Defect(document.path(), line, element, what, remedy));
    }

    void defect(String path, int line, String element, String what, String remedy) {
        defects.add(new Defect(path, line, element, what, remedy));
    }

    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** A file's document; empty where there is no such file, or where it is defective, which is noted. */
    Optional<Document> document(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream text = Files.newInputStream(file)) {
            return Optional.of(new Document(name(file), XmlElement.read(name(file), text)));
        } catch (InvalidInput malformed) {
            defect(name(file), line(malformed), "file", malformed.problem(), malformed.remedy());
            return Optional.empty();
        } catch (IOException unreadable) {
            defect(name(file), 0, "file", "it cannot be read: " + unreadable.getMessage(), "make it readable");
            return Optional.empty();
        }
    }

    /** The line that the reader of an XML text names; 0 where it names none. */
    static int line(InvalidInput malformed) {
        Matcher named = LINE.matcher(malformed.problem());
        return named.find() ? Integer.parseInt(named.group(1)) : 0;
    }

    /** Documents of a folder whose names end in {@code .xml}, by name; none where there is no such folder. */
    List<Document> documents(Path folder) {
        return list(folder).stream()
                .filter(file -> file.getFileName().toString().endsWith(".xml"))
                .flatMap(file -> document(file).stream())
                .toList();
    }

    /** Folders below a folder, by name. */
    List<Path> folders(Path folder) {
        return list(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
