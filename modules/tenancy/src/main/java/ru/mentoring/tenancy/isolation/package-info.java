/** Brings the scope into the database: each transaction enters it, or sees no tenant table. */
@NullMarked
package ru.mentoring.tenancy.isolation;

import org.jspecify.annotations.NullMarked;
