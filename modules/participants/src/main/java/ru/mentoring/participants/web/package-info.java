/** The pages of people, registers, consents and imports. */
@NullMarked
package ru.mentoring.participants.web;

import org.jspecify.annotations.NullMarked;
