/**
 * Who has access to an organisation: who gave it, on what ground and until when; delegation,
 * substitution, leaving, and the yearly look through the list.
 */
@NullMarked
package ru.mentoring.tenancy.members;

import org.jspecify.annotations.NullMarked;
