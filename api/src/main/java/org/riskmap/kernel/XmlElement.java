package org.riskmap.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * An element of an XML text that somebody else wrote. Reading is safe: document type declarations are refused, nothing
 * outside the text is fetched, and nesting is limited to {@value #DEEPEST} levels. Elements are found by local name,
 * whatever their namespace.
 */
public final class XmlElement {

    private static final int DEEPEST = 256;
    private static final String LINE = "line";
    private static final String SPACES = "spaces";

    private final Element dom;

    private XmlElement(Element dom) {
        this.dom = dom;
    }

    /**
     * Reads a whole text and gives its root.
     *
     * @param input name of the parameter or file, for the message
     * @throws InvalidInput where the text is not well-formed, has a document type declaration or is nested too deeply; the
     *     message names the line
     */
    public static XmlElement read(String input, InputStream text) {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Builder builder = new Builder(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument());
            SAXParser parser = factory.newSAXParser();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", builder);
            parser.parse(new InputSource(text), builder);
            return new XmlElement(builder.document.getDocumentElement());
        } catch (SAXParseException malformed) {
            throw new InvalidInput(
                    input,
                    "line " + malformed.getLineNumber() + ": " + malformed.getMessage(),
                    "give well-formed XML without a document type declaration");
        } catch (SAXException | IOException unreadable) {
            throw new InvalidInput(input, String.valueOf(unreadable.getMessage()), "give well-formed XML");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's XML parser refuses its own features", impossible);
        }
    }

    /** An element of a document that was read elsewhere. */
    public static XmlElement of(Element element) {
        return new XmlElement(element);
    }

    /** The element for code that works on DOM. */
    public Element dom() {
        return dom;
    }

    /** Local name. */
    public String name() {
        return dom.getLocalName() == null ? dom.getTagName() : dom.getLocalName();
    }

    /** Line of the start tag, counted from 1; 0 where it is not known. */
    public int line() {
        return dom.getUserData(LINE) instanceof Integer line ? line : 0;
    }

    /** The name space that a prefix means here; empty where it is not declared. For prefixes in values, such as a type's name. */
    public Optional<String> namespaceOf(String prefix) {
        for (Node node = dom; node instanceof Element; node = node.getParentNode()) {
            if (node.getUserData(SPACES) instanceof Map<?, ?> declared && declared.get(prefix) instanceof String uri) {
                return Optional.of(uri);
            }
        }
        return Optional.empty();
    }

    /** All text below, stripped at both ends; empty where there is none. */
    public String text() {
        return dom.getTextContent().strip();
    }

    /** The text that stands directly in this element, without that of its children, stripped. */
    public String ownText() {
        StringBuilder text = new StringBuilder();
        for (Node node = dom.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text piece) {
                text.append(piece.getData());
            }
        }
        return text.toString().strip();
    }

    /** An attribute by its local name; empty where it is not there. */
    public Optional<String> attribute(String localName) {
        for (int i = 0; i < dom.getAttributes().getLength(); i++) {
            Node attribute = dom.getAttributes().item(i);
            if (attribute.getLocalName().equals(localName)) {
                return Optional.of(attribute.getNodeValue());
            }
        }
        return Optional.empty();
    }

    /** As {@link #attribute}, whatever the case of its letters: some clients write {@code outputformat}. */
    public Optional<String> attributeInAnyCase(String localName) {
        for (int i = 0; i < dom.getAttributes().getLength(); i++) {
            Node attribute = dom.getAttributes().item(i);
            if (attribute.getLocalName().equalsIgnoreCase(localName)) {
                return Optional.of(attribute.getNodeValue());
            }
        }
        return Optional.empty();
    }

    /** Child elements in their order. */
    public List<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>();
        for (Node node = dom.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(new XmlElement(element));
            }
        }
        return children;
    }

    /** Child elements of a local name in their order. */
    public List<XmlElement> children(String localName) {
        return children().stream()
                .filter(child -> child.name().equals(localName))
                .toList();
    }

    /** The first child of a local name. */
    public Optional<XmlElement> child(String localName) {
        return children().stream()
                .filter(child -> child.name().equals(localName))
                .findFirst();
    }

    /** Follows child names; empty where one is missing. */
    public Optional<XmlElement> at(String... localNames) {
        Optional<XmlElement> place = Optional.of(this);
        for (String name : localNames) {
            place = place.flatMap(element -> element.child(name));
        }
        return place;
    }

    /** The text at a path of child names, stripped; empty where an element is missing or has no text. */
    public Optional<String> textAt(String... localNames) {
        return at(localNames).map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    private static final class Builder extends DefaultHandler2 {
        private final Document document;
        private final Deque<Node> open = new ArrayDeque<>();
        private Locator locator;
        private final Map<String, String> spaces = new HashMap<>();
        private boolean verbatim;

        Builder(Document document) {
            this.document = document;
            open.push(document);
        }

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        @Override
        public void startPrefixMapping(String prefix, String uri) {
            spaces.put(prefix, uri);
        }

        @Override
        public void startElement(String uri, String localName, String qualifiedName, Attributes attributes)
                throws SAXParseException {
            if (open.size() > DEEPEST) {
                throw new SAXParseException("elements are nested more than " + DEEPEST + " deep", locator);
            }
            Element element = document.createElementNS(uri.isEmpty() ? null : uri, qualifiedName);
            element.setUserData(LINE, locator.getLineNumber(), null);
            if (!spaces.isEmpty()) {
                element.setUserData(SPACES, Map.copyOf(spaces), null);
                spaces.clear();
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                String space = attributes.getURI(i);
                element.setAttributeNS(space.isEmpty() ? null : space, attributes.getQName(i), attributes.getValue(i));
            }
            open.element().appendChild(element);
            open.push(element);
        }

        @Override
        public void endElement(String uri, String localName, String qualifiedName) {
            open.pop();
        }

        @Override
        public void characters(char[] text, int start, int length) {
            String piece = new String(text, start, length);
            open.element().appendChild(verbatim ? document.createCDATASection(piece) : document.createTextNode(piece));
        }

        @Override
        public void startCDATA() {
            verbatim = true;
        }

        @Override
        public void endCDATA() {
            verbatim = false;
        }
    }
}
