/**
 * Will own official papers: types and templates of orders and acts, numbering without gaps, the
 * register, signatures and scans, and their rendering as Word and PDF files. Announces when a paper
 * is signed.
 */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {})
@NullMarked
package ru.mentoring.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
