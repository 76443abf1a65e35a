package org.riskmap.layer;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.springframework.dao.DataAccessException;

/** Tells which rule of the database a change breaks: the columns that it is about, and what it says. */
final class BrokenRule {

    private static final String CONSTRAINT = """
            select string_agg(a.attname, ', ' order by a.attnum), pg_get_constraintdef(c.oid)
            from pg_constraint c
                 join pg_class t on t.oid = c.conrelid
                 join pg_namespace n on n.oid = t.relnamespace
                 join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
            where n.nspname = ? and t.relname = ? and c.conname = ?
            group by c.oid
            """;
    private static final String DOMAIN = """
            select string_agg(distinct a.attname, ', '), min(pg_get_constraintdef(c.oid))
            from pg_constraint c
                 join pg_type d on d.oid = c.contypid
                 join pg_attribute a on a.atttypid = d.oid
                 join pg_class t on t.oid = a.attrelid
                 join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = ? and t.relname = ? and c.conname = ?
            having count(*) > 0
            """;

    private BrokenRule() {}

    /** What the client did wrong; empty where the failure is another. To be asked when the transaction is over. */
    static Optional<InvalidInput> of(DataAccessException failed, Database database, String schema, String table) {
        PSQLException cause = cause(failed);
        if (cause == null || cause.getSQLState() == null || !isClients(cause.getSQLState())) {
            return Optional.empty();
        }
        ServerErrorMessage message = cause.getServerErrorMessage();
        String said = message == null ? String.valueOf(cause.getMessage()) : String.valueOf(message.getMessage());
        if (message != null && message.getColumn() != null) {
            return Optional.of(new InvalidInput(message.getColumn(), said, "give a value that the table takes"));
        }
        if (message != null && message.getConstraint() != null) {
            String in = message.getTable() == null ? table : message.getTable();
            return Optional.of(rule(database, schema, in, message.getConstraint(), said));
        }
        return Optional.of(new InvalidInput(table, said, "give values that the table takes"));
    }

    /** Class 23 is a constraint, class 22 a value, 428C9 a generated column; 42809 and 55000 are views that cannot be changed. */
    private static boolean isClients(String state) {
        return state.startsWith("23")
                || state.startsWith("22")
                || state.equals("428C9")
                || state.equals("42809")
                || state.equals("55000");
    }

    private static InvalidInput rule(Database database, String schema, String table, String name, String said) {
        for (String question : List.of(CONSTRAINT, DOMAIN)) {
            List<String[]> found = database.list(SqlQuery.of(question, schema, table, name), row ->
                    new String[] {String.valueOf(row.text(1)), String.valueOf(row.text(2))});
            if (!found.isEmpty()) {
                String rule = found.stream().map(each -> each[1]).collect(Collectors.joining("; "));
                return new InvalidInput(found.get(0)[0], "it breaks " + rule, "give a value that keeps the rule");
            }
        }
        return new InvalidInput(name, said, "give values that keep the rule");
    }

    private static @Nullable PSQLException cause(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException found) {
                return found;
            }
            if (cause instanceof SQLException batch && batch.getNextException() instanceof PSQLException next) {
                return next;
            }
        }
        return null;
    }
}
