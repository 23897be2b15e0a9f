package ru.mentoring.tenancy.isolation;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes every transaction of the application a scoped one. */
@Configuration(proxyBeanMethods = false)
class IsolationConfiguration {

    @Bean
    ScopedTransactions transactionManager(EntityManagerFactory factory, FormKeys formKeys) {
        return new ScopedTransactions(factory, formKeys);
    }
}
