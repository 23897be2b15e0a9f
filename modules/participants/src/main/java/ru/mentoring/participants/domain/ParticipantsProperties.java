package ru.mentoring.participants.domain;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the module.
 *
 * @param identityKey the secret under which names and birth dates are hashed, so that two schools'
 *     cards of one human meet without either school's data leaving it; to lose it is to lose the
 *     links, to change it is to compute them anew
 */
@Validated
@ConfigurationProperties("mentoring.participants")
record ParticipantsProperties(@NotBlank @Size(min = 32) String identityKey) {}
