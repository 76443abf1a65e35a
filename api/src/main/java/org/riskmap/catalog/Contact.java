package org.riskmap.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Whom to ask about the services, as {@code global.xml} says; each part is null where it is not said.
 *
 * @param person name
 * @param organization name
 * @param position of the person
 * @param address where they are; all parts null where nothing is said
 * @param telephone number
 * @param facsimile number
 * @param email address
 */
public record Contact(
        @Nullable String person,
        @Nullable String organization,
        @Nullable String position,
        Address address,
        @Nullable String telephone,
        @Nullable String facsimile,
        @Nullable String email) {

    /** Nobody is named. */
    public static final Contact NOBODY =
            new Contact(null, null, null, new Address(null, null, null, null, null, null), null, null, null);

    /**
     * @param type {@code postal} and such
     * @param street with number
     * @param city name
     * @param state or province
     * @param postCode as written
     * @param country name
     */
    public record Address(
            @Nullable String type,
            @Nullable String street,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postCode,
            @Nullable String country) {}
}
