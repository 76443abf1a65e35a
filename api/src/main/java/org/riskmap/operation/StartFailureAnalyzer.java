package org.riskmap.operation;

import java.net.ConnectException;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in words, without a stack trace, why the service did not start: a wrong setting, a database out of reach or of
 * another version. */
final class StartFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSettings settings) {
                return saying(settings.wrong(), failure);
            }
            if (cause instanceof InvalidInput input) {
                return saying(List.of(input), failure);
            }
            if (cause instanceof FlywayException migration) {
                return new FailureAnalysis(
                        "The database's schema cannot be brought to this version: " + migration.getMessage(),
                        "A database made by a newer or a changed riskmap needs that riskmap. For a new database, give another"
                                + " RISKMAP_VAR or RISKMAP_DB_URL.",
                        failure);
            }
            if (cause instanceof ConnectException refused) {
                return new FailureAnalysis(
                        "The database does not answer: " + refused.getMessage(),
                        "Check RISKMAP_DB_URL, and that PostgreSQL runs there and accepts connections.",
                        failure);
            }
        }
        return null;
    }

    private static FailureAnalysis saying(List<InvalidInput> wrong, Throwable failure) {
        return new FailureAnalysis(
                wrong.stream().map(one -> one.input() + ": " + one.problem()).collect(Collectors.joining("\n")),
                wrong.stream().map(one -> one.input() + ": " + one.remedy()).collect(Collectors.joining("\n")),
                failure);
    }
}
