/** The technical settings that the application and every module test share. */
@NullMarked
package ru.mentoring.shared.settings;

import org.jspecify.annotations.NullMarked;
