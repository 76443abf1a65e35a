package org.riskmap.ogc.wms;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.kernel.Translations;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.wms.WmsFailure.Code;

/** ACCEPTLANGUAGES of GetCapabilities as GeoServer reads it: tags between commas or blanks, the dearest first; {@code *} is any. */
final class AcceptedLanguages {

    private static final String ANY = "*";

    private AcceptedLanguages() {}

    /** Empty where the directory's own words are wanted; fails where nothing is said in any of the languages. */
    static List<String> of(Kvp kvp, Catalog catalog) {
        List<String> wanted = kvp.text("ACCEPTLANGUAGES").stream()
                .flatMap(text -> Stream.of(text.split("[\\s,]+")))
                .filter(language -> !language.isEmpty())
                .toList();
        if (wanted.isEmpty() || wanted.contains(ANY)) {
            return wanted.stream().filter(language -> !language.equals(ANY)).toList();
        }
        List<Translations> told =
                translations(catalog, kvp.request().workspace()).toList();
        if (wanted.stream().noneMatch(language -> told.stream()
                .anyMatch(text -> text.in(language).isPresent()))) {
            Set<String> known = new TreeSet<>();
            told.forEach(text -> known.addAll(text.byLanguage().keySet()));
            throw new WmsFailure(
                    Code.INVALID_PARAMETER,
                    "acceptLanguages",
                    "Content has been requested in one of the following languages: " + String.join(", ", wanted)
                            + ". But supported languages are: " + String.join(", ", known));
        }
        return wanted;
    }

    private static Stream<Translations> translations(Catalog catalog, @Nullable String workspace) {
        ServiceDescription.Words words = catalog.service(workspace).wms();
        return Stream.concat(
                Stream.of(words.titles(), words.abstracts()),
                catalog.visible(workspace).stream()
                        .map(PublishedLayer::description)
                        .flatMap(each -> Stream.of(each.titles(), each.abstracts())));
    }
}
