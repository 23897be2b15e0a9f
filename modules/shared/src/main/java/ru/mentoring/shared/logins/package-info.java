/** Lets the module that knows who may work here sign people out. */
@NamedInterface("logins")
@NullMarked
package ru.mentoring.shared.logins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
