package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.kernel.InvalidInput;

class ProfileChoiceTest {

    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void the_folders_own_profile_comes_first_and_the_one_asked_for_is_reported_as_unused() throws IOException {
        file("riskmap.yaml", "title: own\nfiles:\n  - {match: a.csv, skip: no reason}\n");
        ProfileChoice choice = ProfileChoice.of(LoadFolder.of(folder), "hualien");
        assertThat(choice.profile().title()).isEqualTo("own");
        assertThat(choice.notes()).singleElement().asString().contains("--profile hualien was not used");
    }

    @Test
    void a_shipped_profile_can_be_asked_for_by_name_and_any_by_file() throws IOException {
        file("villages.geojson", "{}");
        assertThat(ProfileChoice.of(LoadFolder.of(folder), "andorra").profile().name())
                .isEqualTo("andorra");
        Path mine = Files.writeString(
                folder.resolveSibling(folder.getFileName() + "-mine.yaml"),
                "title: mine\nfiles:\n  - {match: a, skip: b}\n");
        assertThat(ProfileChoice.of(LoadFolder.of(folder), mine.toString())
                        .profile()
                        .title())
                .isEqualTo("mine");
        Files.delete(mine);
    }

    @Test
    void an_unknown_profile_is_refused_with_the_shipped_ones() throws IOException {
        file("villages.geojson", "{}");
        assertThatThrownBy(() -> ProfileChoice.of(LoadFolder.of(folder), "hualian"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--profile hualian: there is no such file")
                .hasMessageContaining("andorra, hualien");
    }

    @Test
    void of_several_that_match_the_one_that_knows_more_files_is_used() throws IOException {
        file("townships.geojson", "{}");
        file("villages.geojson", "{}");
        file("shelters-2024.csv", "");
        file("shelters.csv", "");
        // shelters-csv knows one of these files, hualien three, neither all of the other's
        assertThatThrownBy(() -> ProfileChoice.of(LoadFolder.of(folder), null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("several profiles match: hualien, shelters-csv")
                .hasMessageContaining("--profile");
        Files.delete(folder.resolve("shelters-2024.csv"));
        assertThat(ProfileChoice.of(LoadFolder.of(folder), null).profile().name())
                .isEqualTo("hualien");
    }

    @Test
    void files_that_no_profile_knows_are_refused_with_what_to_do() throws IOException {
        file("unknown.dat", "");
        assertThatThrownBy(() -> ProfileChoice.of(LoadFolder.of(folder), null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no shipped profile knows its files")
                .hasMessageContaining("--profile FILE")
                .hasMessageContaining("riskmap.yaml");
    }
}
