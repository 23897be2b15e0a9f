package ru.mentoring.roadmaps.recognition.paper;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Knows which paragraph styles number their paragraphs. */
final class WordStyles {

    private static final int LONGEST_LINE = 10;

    private final Map<String, ListPlace> lists = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    /** A place in a list; no list if the number is empty or "0". */
    record ListPlace(String number, int level) {

        static final ListPlace NONE = new ListPlace("", 0);

        boolean isIn() {
            return !number.isEmpty() && !number.equals("0");
        }
    }

    void define(XMLStreamReader xml) throws XMLStreamException {
        String style = "";
        int level = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "style" -> {
                    style = WordXml.attribute(xml, "styleId");
                    level = 0;
                }
                case "basedOn" -> parents.put(style, WordXml.value(xml));
                case "ilvl" -> level = WordXml.number(WordXml.value(xml), 0);
                case "numId" -> lists.put(style, new ListPlace(WordXml.value(xml), level));
                default -> {}
            }
        }
    }

    /** Returns the list of the style or of the nearest one it is based on. */
    ListPlace listOf(String style) {
        String at = style;
        for (int i = 0; i < LONGEST_LINE && !at.isEmpty(); i++) {
            ListPlace place = lists.get(at);
            if (place != null) {
                return place;
            }
            at = parents.getOrDefault(at, "");
        }
        return ListPlace.NONE;
    }
}
