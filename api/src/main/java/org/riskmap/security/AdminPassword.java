package org.riskmap.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The administrator's password: the given one, else that in {@code <RISKMAP_VAR>/admin-password}, which the first start
 * generates (160 bits, readable by its owner only). Kept as a digest, compared in constant time, never logged.
 */
final class AdminPassword {

    private static final int SECRET_BYTES = 20;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final byte[] digest;

    private AdminPassword(String password) {
        this.digest = digest(password);
    }

    /**
     * @throws UncheckedIOException where the file can be neither read nor made
     */
    static AdminPassword of(Optional<String> given, Path var) {
        return new AdminPassword(given.orElseGet(() -> kept(var.resolve("admin-password"))));
    }

    boolean is(String offered) {
        return MessageDigest.isEqual(digest, digest(offered));
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                generate(file);
            }
            String password = Files.readString(file).strip();
            if (password.isEmpty()) {
                throw new IOException(file + " is empty; remove it, and the next start generates a password");
            }
            return password;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Written beside its place, so that an interrupted start leaves no half password. */
    private static void generate(Path file) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(
                file.getParent(), "admin-password", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(fresh, HexFormat.of().formatHex(secret) + System.lineSeparator());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
