package org.riskmap.evacuation;

/** Why a person has no place; the first that holds, in this order. */
public enum Reason {
    /** No usable road is near enough. */
    NOT_SNAPPED,
    /** No usable shelter can be reached at any cost. */
    NO_PATH,
    /** The nearest usable shelter is beyond the limit. */
    TOO_FAR,
    /** Places within the limit went to others. */
    NO_CAPACITY
}
