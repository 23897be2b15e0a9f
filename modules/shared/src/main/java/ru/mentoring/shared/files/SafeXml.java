package ru.mentoring.shared.files;

import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Makes the only readers of XML that the platform uses for files from outside.
 *
 * <p>A document type declaration is an error for them, so there are no entities to expand and
 * nothing to fetch. They read as a stream: memory does not grow with the file.
 */
public final class SafeXml {

    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    /**
     * Opens a document for reading; the caller closes the stream.
     *
     * @throws XMLStreamException if this is no XML; {@link ForbiddenDoctype} if it declares a
     *     document type. Later reads throw the same
     */
    public static XMLStreamReader reader(InputStream xml) throws XMLStreamException {
        return new WithoutDoctype(FACTORY.createXMLStreamReader(xml));
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    /** Tells that a document declares a document type, which files for the platform never need. */
    public static final class ForbiddenDoctype extends XMLStreamException {

        private static final long serialVersionUID = 1L;

        ForbiddenDoctype() {
            super("The document declares a document type");
        }
    }

    /**
     * Without DTD support the JDK's reader passes over a declaration in silence; here it is
     * refused.
     */
    private static final class WithoutDoctype extends StreamReaderDelegate {

        WithoutDoctype(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == DTD || event == ENTITY_REFERENCE) {
                throw new ForbiddenDoctype();
            }
            return event;
        }
    }
}
