package ru.mentoring.tenancy.web;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Guards all handlers and equips all forms. */
@Configuration(proxyBeanMethods = false)
class TenancyWebConfiguration implements WebMvcConfigurer {

    private final HandlerRules rules;

    TenancyWebConfiguration(HandlerRules rules) {
        this.rules = rules;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rules);
    }

    /**
     * Wraps the processor of Spring Security, whose bean name is fixed, so that forms get our key
     * besides its token.
     */
    @Bean
    static BeanPostProcessor oneTimeKeys() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor processor
                                && !(bean instanceof FormTokens)
                        ? new FormTokens(processor)
                        : bean;
            }
        };
    }
}
