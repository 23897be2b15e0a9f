/** Runs the directory, seasons, accounts, permissions and the audit trail. */
@NullMarked
package ru.mentoring.tenancy.domain;

import org.jspecify.annotations.NullMarked;
