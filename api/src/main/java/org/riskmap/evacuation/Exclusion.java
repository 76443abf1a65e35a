package org.riskmap.evacuation;

/** Why a shelter is not usable; the first that holds, in this order. */
public enum Exclusion {
    /** It lies inside land to avoid. */
    IN_HAZARD,
    /** It does not suit the hazard. */
    UNSUITED,
    /** It has no place, and capacity counts. */
    NO_CAPACITY,
    /** No usable road is near enough. */
    NOT_SNAPPED
}
