/**
 * Writes the audit trail, chains it and verifies the chain.
 *
 * <p>An entry is written in the transaction of what it tells about. A sealer follows a few seconds
 * later and gives it the next link of its organisation's chain; once an hour the ends of all chains
 * go to a file outside the database, because whoever owns a database can compute all its hashes
 * anew.
 */
@NullMarked
package ru.mentoring.tenancy.audit;

import org.jspecify.annotations.NullMarked;
