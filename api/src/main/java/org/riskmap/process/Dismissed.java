package org.riskmap.process;

/** The caller dismissed the job, or its time is over: stop and give everything back. */
final class Dismissed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Dismissed(String message) {
        super(message);
    }
}
