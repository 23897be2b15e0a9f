package ru.mentoringlocal.demo;

/** How far the demonstration has been made. */
public interface DemoProgress {

    /** How many schools have their people. */
    int schoolsDone();

    /** How many are to have them; 0 before the start. */
    int schoolsInAll();
}
