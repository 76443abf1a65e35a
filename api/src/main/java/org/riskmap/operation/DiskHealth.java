package org.riskmap.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the folder of state has room. Everybody may read it, so it does not say where the folder is. */
final class DiskHealth implements HealthIndicator {

    private static final long LEAST_MB = 64;
    private static final long BYTES_PER_MB = 1 << 20;

    private final Path folder;

    DiskHealth(Path folder) {
        this.folder = folder;
    }

    @Override
    public Health health() {
        try {
            long freeMb = Files.getFileStore(folder.toAbsolutePath()).getUsableSpace() / BYTES_PER_MB;
            Health.Builder health = freeMb < LEAST_MB ? Health.down() : Health.up();
            return health.withDetail("freeMb", freeMb).build();
        } catch (IOException missing) {
            return Health.down()
                    .withDetail("error", "the folder of state cannot be asked")
                    .build();
        }
    }
}
