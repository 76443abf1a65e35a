package org.riskmap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminPasswordTest {

    @TempDir
    Path var;

    @Test
    void a_given_password_leaves_no_file() {
        AdminPassword password = AdminPassword.of(Optional.of("密码"), var);
        assertThat(password.is("密码")).isTrue();
        assertThat(password.is("密碼")).isFalse();
        assertThat(var).isEmptyDirectory();
    }

    @Test
    void the_first_start_generates_one_that_only_the_owner_reads() throws IOException {
        AdminPassword password = AdminPassword.of(Optional.empty(), var);
        Path file = var.resolve("admin-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file).strip()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(password.is(Files.readString(file).strip())).isTrue();
        assertThat(var.toFile().list()).containsExactly("admin-password");
    }

    @Test
    void the_second_start_keeps_it() throws IOException {
        AdminPassword.of(Optional.empty(), var);
        String first = Files.readString(var.resolve("admin-password"));
        AdminPassword.of(Optional.empty(), var);
        assertThat(var.resolve("admin-password")).hasContent(first);
    }

    @Test
    void two_installations_have_different_ones(@TempDir Path other) throws IOException {
        AdminPassword.of(Optional.empty(), var);
        AdminPassword.of(Optional.empty(), other);
        assertThat(Files.readString(var.resolve("admin-password")))
                .isNotEqualTo(Files.readString(other.resolve("admin-password")));
    }

    @Test
    void an_empty_file_is_no_password() throws IOException {
        Files.createFile(var.resolve("admin-password"));
        assertThatThrownBy(() -> AdminPassword.of(Optional.empty(), var)).hasMessageContaining("is empty");
    }
}
