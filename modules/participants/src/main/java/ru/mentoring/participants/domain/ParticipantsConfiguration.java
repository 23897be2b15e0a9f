package ru.mentoring.participants.domain;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ParticipantsProperties.class)
class ParticipantsConfiguration {

    @Bean
    SigningPolicy signingPolicy() {
        return SigningPolicy.load();
    }
}
