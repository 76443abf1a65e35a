package org.riskmap.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Directory.Document;
import org.riskmap.catalog.ServiceDescription.MapSettings;
import org.riskmap.catalog.ServiceDescription.Words;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Translations;
import org.riskmap.kernel.XmlElement;

/**
 * Reads {@code global.xml}, {@code wms.xml} and {@code wfs.xml}, and a workspace's own {@code settings.xml}, {@code wms.xml} and
 * {@code wfs.xml}; each may be missing.
 */
final class ServiceFiles {

    private ServiceFiles() {}

    static ServiceDescription read(Directory directory, Optional<Document> global) {
        Optional<Document> wms = directory.document(directory.root().resolve("wms.xml"));
        Optional<Document> wfs = directory.document(directory.root().resolve("wfs.xml"));
        Optional<XmlElement> contact =
                global.flatMap(document -> document.root().at("settings", "contact"));
        return new ServiceDescription(
                words(wms),
                words(wfs),
                contact.map(ServiceFiles::contact).orElse(Contact.NOBODY),
                maps(directory, wms));
    }

    /** What a workspace says of its own services, the whole directory's where it says nothing; empty where it says nothing at all. */
    static Optional<ServiceDescription> read(Directory directory, Path workspace, ServiceDescription whole) {
        Optional<Document> settings = directory.document(workspace.resolve("settings.xml"));
        Optional<Document> wms = directory.document(workspace.resolve("wms.xml"));
        Optional<Document> wfs = directory.document(workspace.resolve("wfs.xml"));
        if (settings.isEmpty() && wms.isEmpty() && wfs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ServiceDescription(
                wms.isEmpty() ? whole.wms() : words(wms),
                wfs.isEmpty() ? whole.wfs() : words(wfs),
                settings.flatMap(document -> document.root().child("contact"))
                        .map(ServiceFiles::contact)
                        .orElse(whole.contact()),
                wms.isEmpty() ? whole.maps() : maps(directory, wms)));
    }

    private static Contact contact(XmlElement contact) {
        return new Contact(
                text(contact, "contactPerson"),
                text(contact, "contactOrganization"),
                text(contact, "contactPosition"),
                new Contact.Address(
                        text(contact, "addressType"),
                        text(contact, "address"),
                        text(contact, "addressCity"),
                        text(contact, "addressState"),
                        text(contact, "addressPostalCode"),
                        text(contact, "addressCountry")),
                text(contact, "contactVoice"),
                text(contact, "contactFacsimile"),
                text(contact, "contactEmail"));
    }

    private static @Nullable String text(XmlElement contact, String name) {
        return contact.textAt(name).filter(text -> !text.isBlank()).orElse(null);
    }

    private static Words words(Optional<Document> service) {
        return new Words(
                service.map(document -> document.flag("enabled", true)).orElse(true),
                text(service, "title", ""),
                translations(service, "internationalTitle"),
                text(service, "abstrct", ""),
                translations(service, "internationalAbstract"),
                service.map(LayerParts::keywords).orElse(List.of()),
                text(service, "fees", "none"),
                text(service, "accessConstraints", "none"));
    }

    private static Translations translations(Optional<Document> service, String name) {
        return service.map(document -> LayerParts.translations(document.root(), name))
                .orElse(Translations.NONE);
    }

    private static MapSettings maps(Directory directory, Optional<Document> wms) {
        return new MapSettings(
                systems(directory, wms),
                wms.map(document -> document.flag("bboxForEachCRS", false)).orElse(false),
                !text(wms, "interpolation", "Nearest").equalsIgnoreCase("Nearest"),
                (int) number(directory, wms, "maxBuffer"),
                number(directory, wms, "maxRequestMemory"),
                (int) number(directory, wms, "maxRenderingTime"));
    }

    private static List<Integer> systems(Directory directory, Optional<Document> wms) {
        List<Integer> codes = new ArrayList<>();
        wms.flatMap(document -> document.root().child("srs")).stream()
                .flatMap(list -> list.children("string").stream())
                .forEach(system -> {
                    try {
                        String name = system.text().matches("\\d+") ? "EPSG:" + system.text() : system.text();
                        codes.add(Crs.parse("srs", name).code());
                    } catch (InvalidInput unknown) {
                        directory.defect(
                                wms.orElseThrow().path(), system.line(), "srs", unknown.problem(), unknown.remedy());
                    }
                });
        return codes;
    }

    private static long number(Directory directory, Optional<Document> document, String name) {
        String text = text(document, name, "0");
        if (!text.matches("\\d{1,12}")) {
            directory.defect(
                    document.orElseThrow(), name, "'" + text + "' is not a whole number", "write 0 for no limit");
            return 0;
        }
        return Long.parseLong(text);
    }

    private static String text(Optional<Document> document, String name, String absent) {
        return document.flatMap(each -> each.text(name)).orElse(absent);
    }
}
