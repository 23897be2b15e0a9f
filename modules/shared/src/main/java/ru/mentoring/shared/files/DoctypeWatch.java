package ru.mentoring.shared.files;

/**
 * Watches a stream of XML for a document type declaration. Zero bytes are passed over, so that the
 * encodings with two and four bytes a letter are seen too.
 */
final class DoctypeWatch {

    private static final String PATTERN = "<!DOCTYPE";

    private int matched;

    boolean isIn(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == 0) {
                continue;
            }
            if (b == PATTERN.charAt(matched)) {
                matched++;
            } else {
                matched = b == '<' ? 1 : 0;
            }
            if (matched == PATTERN.length()) {
                return true;
            }
        }
        return false;
    }
}
