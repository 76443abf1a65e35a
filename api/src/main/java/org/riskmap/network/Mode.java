package org.riskmap.network;

/** How people travel. */
public enum Mode {
    /** On foot: one-way signs do not hold, motorways are closed, slopes count. */
    WALK,
    /** By car: one-way signs hold, footways and steps are closed, speed by class and sign. */
    DRIVE
}
