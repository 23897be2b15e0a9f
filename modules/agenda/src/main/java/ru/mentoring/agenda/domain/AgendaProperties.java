package ru.mentoring.agenda.domain;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters are sent.
 *
 * @param baseUrl where people reach the application; links in letters begin with it
 * @param sender the address in the From line
 */
@ConfigurationProperties("mentoring.agenda")
record AgendaProperties(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("no-reply@localhost") String sender) {}
