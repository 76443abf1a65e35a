package org.riskmap.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Directory.Document;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;
import org.riskmap.style.Style;
import org.riskmap.style.StyleDocument;
import org.riskmap.style.StyleReader;

/** Reads the folders of styles and finds styles that others refer to. */
final class StyleFiles {

    private final Directory directory;
    private final List<NamedStyle> all = new ArrayList<>();
    private final Map<String, NamedStyle> byId = new HashMap<>();
    private final Map<String, NamedStyle> byName = new HashMap<>();

    StyleFiles(Directory directory) {
        this.directory = directory;
    }

    List<NamedStyle> all() {
        return all;
    }

    /** Reads a folder; the workspace is null for global styles. */
    void read(Path folder, @Nullable String workspace) {
        for (Document description : directory.documents(folder)) {
            if (description.root().name().equals("style")) {
                style(folder, description, workspace).ifPresent(style -> {
                    all.add(style);
                    byId.put(description.id(), style);
                    byName.put(style.qualifiedName(), style);
                });
            }
        }
    }

    private Optional<NamedStyle> style(Path folder, Document description, @Nullable String workspace) {
        String name = description.text("name").orElse("");
        String format = description.text("format").orElse("sld");
        if (!format.startsWith("sld")) {
            directory.defect(description, "format", "styles in '" + format + "' are not read", "convert it to SLD");
            return Optional.empty();
        }
        Path file = folder.resolve(description.text("filename").orElse(name + ".sld"))
                .normalize();
        if (!file.startsWith(directory.root()) || !Files.isRegularFile(file)) {
            directory.defect(description, "filename", "there is no such file", "put the SLD beside this file");
            return Optional.empty();
        }
        return content(file).flatMap(text -> document(file, text)
                .flatMap(document -> first(file, document))
                .map(style -> new NamedStyle(workspace, name, style, new String(text, StandardCharsets.UTF_8))));
    }

    private Optional<byte[]> content(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            directory.defect(
                    directory.name(file),
                    0,
                    "file",
                    "it cannot be read: " + unreadable.getMessage(),
                    "make it readable");
            return Optional.empty();
        }
    }

    private Optional<StyleDocument> document(Path file, byte[] text) {
        String path = directory.name(file);
        try {
            StyleDocument document = StyleReader.read(path, new ByteArrayInputStream(text), pictureFolders(file));
            document.problems()
                    .forEach(problem -> directory.defect(
                            path,
                            problem.line(),
                            problem.element(),
                            problem.what(),
                            "remove it, or draw it otherwise"));
            return Optional.of(document);
        } catch (InvalidInput invalid) {
            directory.defect(
                    path, Directory.line(invalid), "StyledLayerDescriptor", invalid.problem(), invalid.remedy());
        }
        return Optional.empty();
    }

    /** The style's own folder, then that of the global styles. */
    private List<Path> pictureFolders(Path file) {
        return List.of(
                file.toAbsolutePath().normalize().getParent(),
                directory.root().toAbsolutePath().normalize().resolve("styles"));
    }

    private Optional<Style> first(Path file, StyleDocument document) {
        Optional<Style> style = document.styles().findFirst();
        if (style.isEmpty()) {
            directory.defect(directory.name(file), 0, "UserStyle", "it holds no style", "write a UserStyle");
        }
        return style;
    }

    /** The style that an element names by id, by {@code workspace:name}, or by name of a workspace's or a global style. */
    Optional<NamedStyle> referred(XmlElement reference, @Nullable String workspace) {
        Optional<NamedStyle> byReference = reference.textAt("id").map(byId::get);
        if (byReference.isPresent()) {
            return byReference;
        }
        Optional<String> name = reference.textAt("name");
        return name.map(each -> byName.get(workspace + ":" + each)).or(() -> name.map(byName::get));
    }
}
