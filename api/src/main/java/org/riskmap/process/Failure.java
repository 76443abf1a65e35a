package org.riskmap.process;

import java.net.URI;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;

/**
 * What can go wrong with a request beside an {@link org.riskmap.kernel.InvalidInput}: a closed set, each with its facts.
 * The types of 18-062r2 (Table 7, §7.13) are used where it has one. {@link Problem} makes the answers.
 */
abstract sealed class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String OGC = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";
    private static final String OWN = "urn:riskmap:problem:";

    private final Code code;

    private Failure(Code code, String detail) {
        super(detail);
        this.code = code;
    }

    Code code() {
        return code;
    }

    /** Every kind of problem that this package answers with; {@code docs/errors.md} explains them. */
    enum Code {
        NO_SUCH_PROCESS(OGC, "no-such-process", HttpStatus.NOT_FOUND, "No such process"),
        NO_SUCH_JOB(OGC, "no-such-job", HttpStatus.NOT_FOUND, "No such job"),
        RESULT_NOT_READY(OGC, "result-not-ready", HttpStatus.NOT_FOUND, "Result not ready"),
        JOB_DISMISSED(OWN, "job-dismissed", HttpStatus.GONE, "Job dismissed"),
        RESULT_GONE(OWN, "result-gone", HttpStatus.GONE, "Result no longer kept"),
        INVALID_INPUT(OWN, "invalid-input", HttpStatus.BAD_REQUEST, "Invalid input"),
        MALFORMED_JSON(OWN, "malformed-json", HttpStatus.BAD_REQUEST, "Malformed JSON"),
        NOT_JSON(OWN, "not-json", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Not JSON"),
        TIME_OVER(OWN, "time-over", HttpStatus.SERVICE_UNAVAILABLE, "Time over"),
        BUSY(OWN, "busy", HttpStatus.SERVICE_UNAVAILABLE, "Too much at once"),
        DATA_CHANGING(OWN, "data-changing", HttpStatus.SERVICE_UNAVAILABLE, "Data changed meanwhile"),
        INTERRUPTED(OWN, "interrupted", HttpStatus.SERVICE_UNAVAILABLE, "Interrupted"),
        DEFECT(OWN, "defect", HttpStatus.INTERNAL_SERVER_ERROR, "Defect of the service");

        private final URI type;
        private final HttpStatus status;
        private final String title;

        Code(String base, String name, HttpStatus status, String title) {
            this.type = URI.create(base + name);
            this.status = status;
            this.title = title;
        }

        URI type() {
            return type;
        }

        HttpStatus status() {
            return status;
        }

        String title() {
            return title;
        }
    }

    static final class NoSuchProcess extends Failure {
        private static final long serialVersionUID = 1L;

        NoSuchProcess(String given, Map<String, ?> offered) {
            super(
                    Code.NO_SUCH_PROCESS,
                    "There is no process '" + given + "'; there are "
                            + String.join(", ", new TreeSet<>(offered.keySet())) + ".");
        }
    }

    static final class NoSuchJob extends Failure {
        private static final long serialVersionUID = 1L;

        NoSuchJob(String given) {
            super(Code.NO_SUCH_JOB, "There is no job '" + given + "' that this caller may see.");
        }
    }

    static final class ResultNotReady extends Failure {
        private static final long serialVersionUID = 1L;

        ResultNotReady(Job job) {
            super(
                    Code.RESULT_NOT_READY,
                    "Job " + job.id() + " is " + job.status() + " at " + job.progress()
                            + " %; ask again when its status is successful.");
        }
    }

    static final class JobDismissed extends Failure {
        private static final long serialVersionUID = 1L;

        JobDismissed(Job job) {
            super(Code.JOB_DISMISSED, "Job " + job.id() + " was dismissed and has no result.");
        }
    }

    static final class ResultGone extends Failure {
        private static final long serialVersionUID = 1L;

        ResultGone(Job job) {
            super(Code.RESULT_GONE, "The result of job " + job.id() + " was removed; execute the process again.");
        }
    }

    static final class MalformedJson extends Failure {
        private static final long serialVersionUID = 1L;

        MalformedJson(String where) {
            super(Code.MALFORMED_JSON, "The body cannot be read as JSON: " + where);
        }
    }

    static final class NotJson extends Failure {
        private static final long serialVersionUID = 1L;

        NotJson(String given) {
            super(Code.NOT_JSON, "The body is declared as '" + given + "'; send it as Content-Type: application/json.");
        }
    }

    static final class TimeOver extends Failure {
        private static final long serialVersionUID = 1L;

        TimeOver(long seconds, boolean background) {
            super(
                    Code.TIME_OVER,
                    "This took longer than " + seconds + " s; "
                            + (background
                                    ? "ask for less."
                                    : "ask for less, or send Prefer: respond-async to make it a job."));
        }
    }

    static final class Busy extends Failure {
        private static final long serialVersionUID = 1L;

        Busy(String what) {
            super(Code.BUSY, what + "; try again in a minute.");
        }
    }

    static final class DataChanging extends Failure {
        private static final long serialVersionUID = 1L;

        DataChanging(int attempts) {
            super(Code.DATA_CHANGING, "The data changed during each of " + attempts + " attempts; try again later.");
        }
    }

    static final class Interrupted extends Failure {
        private static final long serialVersionUID = 1L;

        Interrupted(int attempts) {
            super(
                    Code.INTERRUPTED,
                    "The service was stopped during each of " + attempts + " attempts; execute the process again.");
        }
    }
}
