/**
 * Looks at files that people send before anything else does: what they really are, whether an
 * archive is safe to open, and how XML from outside is read.
 */
@NamedInterface("files")
@NullMarked
package ru.mentoring.shared.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
