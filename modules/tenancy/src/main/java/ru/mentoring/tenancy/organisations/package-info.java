/**
 * The organisations of a region as a tree with dates: who is where on which day, who is on the list
 * of participating schools, and how the tree changes.
 */
@NullMarked
package ru.mentoring.tenancy.organisations;

import org.jspecify.annotations.NullMarked;
