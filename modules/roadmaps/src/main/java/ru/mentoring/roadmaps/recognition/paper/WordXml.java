package ru.mentoring.roadmaps.recognition.paper;

import javax.xml.stream.XMLStreamReader;

/**
 * Looks up attributes by their local name: the two editions of the format (transitional and strict)
 * differ in namespaces only.
 */
final class WordXml {

    private WordXml() {}

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static String value(XMLStreamReader xml) {
        return attribute(xml, "val");
    }

    static boolean isOn(XMLStreamReader xml) {
        String value = value(xml);
        return !(value.equals("0")
                || value.equals("false")
                || value.equals("off")
                || value.equals("none"));
    }

    static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }
}
