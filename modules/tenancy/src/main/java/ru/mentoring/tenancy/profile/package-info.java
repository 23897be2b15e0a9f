/**
 * What schools are, year by year: small, rural, remote, and how many pupils and teachers they have.
 * Districts state it, the regional centre confirms it.
 */
@NullMarked
package ru.mentoring.tenancy.profile;

import org.jspecify.annotations.NullMarked;
