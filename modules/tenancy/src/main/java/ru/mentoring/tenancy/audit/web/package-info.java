/** The page of the audit trail. */
@NullMarked
package ru.mentoring.tenancy.audit.web;

import org.jspecify.annotations.NullMarked;
