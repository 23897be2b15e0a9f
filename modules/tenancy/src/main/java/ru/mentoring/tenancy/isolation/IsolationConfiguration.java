package ru.mentoring.tenancy.isolation;

import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes every transaction of the application a scoped one, but for those that keep sessions. */
@Configuration(proxyBeanMethods = false)
class IsolationConfiguration {

    @Bean
    ScopedTransactions transactionManager(EntityManagerFactory factory, FormKeys formKeys) {
        return new ScopedTransactions(factory, formKeys);
    }

    /**
     * Sessions are kept by transactions that know no scope. An answer is often sent off, and its
     * session stored, while the work for an organisation still goes on: by scoped transactions the
     * store would use up the one-time key of the form, although the form may have changed nothing.
     *
     * <p>The name is the one by which Spring Session finds it; nobody else is given it.
     */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(DataSource database) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return transactions;
    }
}
