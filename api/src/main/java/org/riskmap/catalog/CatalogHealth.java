package org.riskmap.catalog;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What of the directory is not served. Defects do not make the service unhealthy: the rest is served. */
final class CatalogHealth implements HealthIndicator {

    private final CatalogSource catalog;

    CatalogHealth(CatalogSource catalog) {
        this.catalog = catalog;
    }

    @Override
    public Health health() {
        Catalog now = catalog.current();
        return Health.up()
                .withDetail("layers", now.layers().size())
                .withDetail("groups", now.groups().size())
                .withDetail("styles", now.styles().size())
                .withDetail(
                        "defects", now.defects().stream().map(Defect::toString).toList())
                .build();
    }
}
