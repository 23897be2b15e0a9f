package ru.mentoring.tenancy.isolation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Scope;

/**
 * Transactions that enter the current scope.
 *
 * <p>Without a scope nothing is entered and the login role has no right on any tenant table:
 * forgetting the scope is a loud refusal of the database, not an empty page. The framework's own
 * transactions (sessions, event registry) run that way.
 */
class ScopedTransactions extends JpaTransactionManager {

    private static final Object ENTERED = new Object();

    private static final class Nobody {}

    private static final Nobody NOBODY = new Nobody();

    private final FormKeys formKeys;

    ScopedTransactions(EntityManagerFactory factory, FormKeys formKeys) {
        super(factory);
        this.formKeys = formKeys;
    }

    /** Sets the dialect after the superclass, which replaces it with the factory's own. */
    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        setJpaDialect(new ScopedDialect());
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        var existing = super.isExistingTransaction(transaction);
        if (existing) {
            var entered = TransactionSynchronizationManager.getResource(ENTERED);
            if (entered != null && !entered.equals(current())) {
                throw new IllegalTransactionStateException(
                        "A transaction never changes its scope: it began in %s, now %s is bound"
                                .formatted(entered, current()));
            }
        }
        return existing;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        TransactionSynchronizationManager.unbindResourceIfPossible(ENTERED);
        TransactionSynchronizationManager.bindResource(ENTERED, current());
    }

    private record Suspended(Object resources, @Nullable Object entered) {}

    @Override
    protected Object doSuspend(Object transaction) {
        return new Suspended(
                super.doSuspend(transaction),
                TransactionSynchronizationManager.unbindResourceIfPossible(ENTERED));
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspended) {
        var own = (Suspended) suspended;
        super.doResume(transaction, own.resources());
        if (own.entered() != null) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ENTERED);
            TransactionSynchronizationManager.bindResource(ENTERED, own.entered());
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(ENTERED);
        super.doCleanupAfterCompletion(transaction);
    }

    private static Object current() {
        return CurrentScope.isBound() ? CurrentScope.get() : NOBODY;
    }

    /**
     * Enters the scope as the first statement; a failure here is rolled back and closed by the
     * superclass.
     */
    private final class ScopedDialect extends HibernateJpaDialect {

        @Override
        public Object beginTransaction(
                EntityManager entityManager, TransactionDefinition definition) throws SQLException {
            var data = super.beginTransaction(entityManager, definition);
            if (CurrentScope.isBound()) {
                var scope = CurrentScope.get();
                entityManager
                        .unwrap(Session.class)
                        .doWork(connection -> {
                            enter(connection, scope);
                            if (!definition.isReadOnly()) {
                                formKeys.claim(connection);
                            }
                        });
            }
            return data;
        }
    }

    private static void enter(Connection connection, Scope scope) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select set_config('role', ?, true), set_config('app.assignment', ?, true)")) {
            statement.setString(1, "scope_" + scope.level().databaseName());
            statement.setString(2, scope.handle().toString());
            statement.execute();
        }
    }
}
