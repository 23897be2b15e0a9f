/**
 * Finding things by a few typed words: what the modules implement to let their things be found, and
 * how typed words are compared.
 */
@NamedInterface("search")
@NullMarked
package ru.mentoring.tenancy.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
