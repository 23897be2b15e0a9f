package ru.mentoring.roadmaps.recognition.paper;

/**
 * What one document may cost; far above any roadmap, far below the memory of the process that reads
 * it.
 */
final class WordBudget {

    private static final int CHARACTERS = 4_000_000;
    private static final int PARAGRAPH = 200_000;
    private static final int BLOCKS = 40_000;
    private static final int CELLS = 40_000;
    private static final int DEPTH = 90;
    private static final int TABLES_IN_TABLES = 8;

    private int characters;
    private int blocks;
    private int cells;

    void spendText(int length, int paragraphSoFar) throws TooComplex {
        characters += length;
        if (characters > CHARACTERS || paragraphSoFar > PARAGRAPH) {
            throw new TooComplex("characters");
        }
    }

    void spendBlock() throws TooComplex {
        if (++blocks > BLOCKS) {
            throw new TooComplex("paragraphs");
        }
    }

    void spendCell() throws TooComplex {
        if (++cells > CELLS) {
            throw new TooComplex("cells");
        }
    }

    void checkDepth(int elements, int tables) throws TooComplex {
        if (elements > DEPTH || tables > TABLES_IN_TABLES) {
            throw new TooComplex("depth");
        }
    }
}
