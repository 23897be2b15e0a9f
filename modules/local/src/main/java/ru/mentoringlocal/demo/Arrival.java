package ru.mentoringlocal.demo;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Scope;

/**
 * Brings a part of the demonstration into a school, once.
 *
 * <p>The part and the mark that it is there are one transaction: an interrupted part has never
 * been, and a second writer waits for the first and then finds the mark. The mark is an entry of
 * the audit trail, which says truthfully that the system filled the school.
 */
class Arrival {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Arrival(JdbcClient jdbc, Audit audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Carries the part out in one transaction of the scope, unless its mark is there. */
    boolean once(Scope scope, String part, Runnable work) {
        Supplier<Boolean> inScope =
                () -> Boolean.TRUE.equals(transaction.execute(status -> enter(scope, part, work)));
        return CurrentScope.call(scope, inScope);
    }

    /** Says whether the part is there. */
    boolean happened(Scope scope, String part) {
        return CurrentScope.call(
                scope,
                () -> Boolean.TRUE.equals(transaction.execute(status -> marked(scope, part))));
    }

    /** Carries a part out whose work makes transactions of its own, and marks it afterwards. */
    void mark(Scope scope, String part) {
        once(scope, part, () -> {});
    }

    private boolean enter(Scope scope, String part, Runnable work) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) as waited")
                .param(scope.org().value() + part)
                .query((row, number) -> number)
                .list();
        if (marked(scope, part)) {
            return false;
        }
        work.run();
        audit.record(action(part), "organisation", scope.org().value());
        return true;
    }

    private boolean marked(Scope scope, String part) {
        return jdbc.sql(
                        "select exists (select 1 from audit.entry where org_id = ? and object_id = ? and action = ?)")
                .params(scope.org().value(), scope.org().value(), action(part))
                .query(Boolean.class)
                .single();
    }

    private static String action(String part) {
        return "demonstration." + part;
    }
}
