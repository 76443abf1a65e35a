package org.riskmap.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which profile a load uses: the folder's own, else the one asked for, else the one shipped profile whose file names match.
 *
 * @param from what the report says of where it came from
 * @param notes what the choice leaves unused
 */
record ProfileChoice(Profile profile, String from, List<String> notes) {

    private static final String REMEDY =
            "give one with --profile FILE (a file, or the name of a shipped one), or put a riskmap.yaml into the folder";

    /** @throws InvalidInput where there is none, several match, or it has errors */
    static ProfileChoice of(LoadFolder folder, @Nullable String asked) {
        if (folder.carriesProfile()) {
            Path own = folder.folder().resolve(LoadFolder.PROFILE);
            return new ProfileChoice(
                    read(own, folder.folder().getFileName().toString()),
                    "the folder's own " + LoadFolder.PROFILE,
                    asked == null
                            ? List.of()
                            : List.of("--profile " + asked + " was not used: the folder carries a "
                                    + LoadFolder.PROFILE));
        }
        List<Profile> shipped = shipped();
        if (asked != null) {
            return asked(asked, shipped);
        }
        Profile only = matching(folder, shipped);
        return new ProfileChoice(only, "shipped; its file names match", List.of());
    }

    private static ProfileChoice asked(String asked, List<Profile> shipped) {
        Path file = Path.of(asked);
        if (Files.isRegularFile(file)) {
            String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
            return new ProfileChoice(read(file, name), asked, List.of());
        }
        Optional<Profile> named =
                shipped.stream().filter(profile -> profile.name().equals(asked)).findFirst();
        return new ProfileChoice(
                named.orElseThrow(() -> new InvalidInput(
                        "--profile " + asked,
                        "there is no such file, and no shipped profile of that name",
                        "shipped are " + names(shipped))),
                "shipped",
                List.of());
    }

    /** Several may match; one that knows all files that another knows, and more, is the better one. */
    private static Profile matching(LoadFolder folder, List<Profile> shipped) {
        List<Profile> matching = shipped.stream()
                .filter(profile -> !known(profile, folder).isEmpty())
                .sorted(Comparator.comparing(Profile::name))
                .toList();
        List<Profile> best = matching.stream()
                .filter(one -> matching.stream().noneMatch(other -> knowsMore(other, one, folder)))
                .toList();
        if (best.isEmpty()) {
            throw new InvalidInput(
                    folder.source(), "no shipped profile knows its files; shipped are " + names(shipped), REMEDY);
        }
        if (best.size() > 1) {
            throw new InvalidInput(folder.source(), "several profiles match: " + names(best), REMEDY);
        }
        return best.get(0);
    }

    private static boolean knowsMore(Profile more, Profile less, LoadFolder folder) {
        Set<Path> all = known(more, folder);
        Set<Path> some = known(less, folder);
        return all.size() > some.size() && all.containsAll(some);
    }

    private static Set<Path> known(Profile profile, LoadFolder folder) {
        Set<Path> known = new HashSet<>();
        for (Path file : folder.files()) {
            if (profile.files().stream()
                    .anyMatch(
                            rule -> rule.matches(file) || rule.joins().stream().anyMatch(join -> join.matches(file)))) {
                known.add(file);
            }
        }
        return known;
    }

    private static String names(List<Profile> profiles) {
        return profiles.stream().map(Profile::name).collect(Collectors.joining(", "));
    }

    private static Profile read(Path file, String name) {
        try {
            return ProfileParser.parse(name, file.toString(), Files.readString(file));
        } catch (MalformedInputException notUtf8) {
            throw new InvalidInput(file.toString(), "it is not UTF-8", "save it as UTF-8");
        } catch (IOException unreadable) {
            throw new InvalidInput(file.toString(), "it cannot be read (" + unreadable.getMessage() + ")", "check it");
        }
    }

    /** The profiles of the jar. */
    static List<Profile> shipped() {
        List<Profile> profiles = new ArrayList<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:profiles/*.yaml")) {
                String name = String.valueOf(resource.getFilename());
                try (InputStream text = resource.getInputStream()) {
                    profiles.add(ProfileParser.parse(
                            name.replaceFirst("\\.yaml$", ""),
                            name,
                            new String(text.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the shipped profiles cannot be read", unreadable);
        }
        return profiles;
    }
}
