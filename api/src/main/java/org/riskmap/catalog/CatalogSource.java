package org.riskmap.catalog;

/**
 * Gives the catalog as it is now. A request asks once and keeps the answer, so that it sees one state of the directory.
 */
@FunctionalInterface
public interface CatalogSource {

    /** The newest catalog; the same object until the directory changes. */
    Catalog current();
}
