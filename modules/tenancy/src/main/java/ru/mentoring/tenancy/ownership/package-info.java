/**
 * What every stored thing of an organisation has in common; other modules' aggregates extend it.
 */
@NamedInterface("ownership")
@NullMarked
package ru.mentoring.tenancy.ownership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
