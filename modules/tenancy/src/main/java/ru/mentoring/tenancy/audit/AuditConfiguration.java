package ru.mentoring.tenancy.audit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads where the ends of the audit chains go. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HeadSettings.class)
class AuditConfiguration {}
