package org.riskmap.ogc.wms;

import java.util.List;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.Contact;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.Schemas;
import org.riskmap.ogc.Xml;
import org.riskmap.render.Legends;

/** What the map service offers (OGC 06-042, 7.2.4; OGC 01-068r3, 7.1.4). */
final class Capabilities {

    private final LayerFacts facts;

    Capabilities(LayerBoxes boxes, TimedRows rows, Legends legends) {
        this.facts = new LayerFacts(boxes, new TimeLists(rows), new LegendSizes(legends));
    }

    /** @param languages that texts are wanted in, the dearest first; empty means the directory's own */
    String document(Catalog catalog, OgcRequest request, WmsVersion version, List<String> languages) {
        Xml xml = Xml.document(new StringBuilder(65_536));
        CapabilitiesPage page = new CapabilitiesPage(catalog, request, version, languages, xml);
        Schemas schemas = Schemas.of(request.baseUrl());
        String sequence = Long.toString(catalog.sequence());
        if (page.newest()) {
            xml.start("WMS_Capabilities", "version", "1.3.0", "updateSequence", sequence);
            xml.with("xmlns", "http://www.opengis.net/wms", "xmlns:xlink", CapabilitiesPage.XLINK);
            xml.with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
            xml.with(
                    "xsi:schemaLocation",
                    schemas.pair("http://www.opengis.net/wms", "wms/1.3.0/capabilities_1_3_0.xsd"));
        } else {
            xml.prologue("<!DOCTYPE WMT_MS_Capabilities SYSTEM \"" + schemas.file("wms/1.1.1/capabilities_1_1_1.dtd")
                    + "\">");
            xml.start("WMT_MS_Capabilities", "version", "1.1.1", "updateSequence", sequence);
        }
        service(page);
        xml.start("Capability");
        requests(page);
        exceptions(page);
        new CapabilitiesLayers(page, facts).write();
        xml.endAll();
        return xml.toString();
    }

    private static void service(CapabilitiesPage page) {
        Xml xml = page.xml();
        ServiceDescription.Words words = page.service().wms();
        xml.start("Service");
        xml.element("Name", page.newest() ? "WMS" : "OGC:WMS");
        xml.element("Title", page.words(words.title(), words.titles()));
        xml.element("Abstract", page.words(words.abstractText(), words.abstracts()));
        page.keywords(words.keywords());
        page.online(page.request().baseUrl());
        contact(xml, page.service().contact());
        xml.element("Fees", words.fees());
        xml.element("AccessConstraints", words.accessConstraints());
        xml.end();
    }

    private static void contact(Xml xml, Contact contact) {
        if (contact.equals(Contact.NOBODY)) {
            return;
        }
        Contact.Address address = contact.address();
        xml.start("ContactInformation").start("ContactPersonPrimary");
        xml.element("ContactPerson", contact.person());
        xml.element("ContactOrganization", contact.organization());
        xml.end();
        xml.element("ContactPosition", contact.position());
        xml.start("ContactAddress");
        xml.element("AddressType", address.type());
        xml.element("Address", address.street());
        xml.element("City", address.city());
        xml.element("StateOrProvince", address.state());
        xml.element("PostCode", address.postCode());
        xml.element("Country", address.country());
        xml.end();
        xml.element("ContactVoiceTelephone", contact.telephone());
        xml.element("ContactFacsimileTelephone", contact.facsimile());
        xml.element("ContactElectronicMailAddress", contact.email());
        xml.end();
    }

    private static void requests(CapabilitiesPage page) {
        page.xml().start("Request");
        List<String> documents =
                page.newest() ? List.of("text/xml") : List.of("application/vnd.ogc.wms_xml", "text/xml");
        operation(page, "GetCapabilities", documents, true);
        operation(page, "GetMap", MapFormat.offered(page.version()), false);
        operation(page, "GetFeatureInfo", InfoFormat.offered(), false);
        if (!page.newest()) {
            operation(page, "DescribeLayer", List.of("application/vnd.ogc.wms_xml"), false);
            operation(
                    page,
                    "GetLegendGraphic",
                    List.of("image/png", "image/jpeg", "application/json", "image/gif"),
                    false);
            operation(page, "GetStyles", List.of(ServerStyles.MEDIA_TYPE), false);
        }
        page.xml().end();
    }

    private static void operation(CapabilitiesPage page, String name, List<String> formats, boolean posts) {
        Xml xml = page.xml();
        xml.start(name);
        formats.forEach(format -> xml.element("Format", format));
        xml.start("DCPType").start("HTTP").start("Get");
        page.online(page.serviceUrl() + "SERVICE=WMS&");
        xml.end();
        if (posts) {
            xml.start("Post");
            page.online(page.serviceUrl() + "SERVICE=WMS&");
            xml.end();
        }
        xml.end().end().end();
    }

    private static void exceptions(CapabilitiesPage page) {
        Xml xml = page.xml();
        xml.start("Exception");
        for (String form : List.of("xml", "inimage", "blank")) {
            xml.element(
                    "Format",
                    page.newest() ? form.toUpperCase(java.util.Locale.ROOT) : "application/vnd.ogc.se_" + form);
        }
        xml.element("Format", page.newest() ? "JSON" : "application/json");
        xml.end();
        if (!page.newest()) {
            xml.start("UserDefinedSymbolization", "SupportSLD", "1", "UserLayer", "0");
            xml.with("UserStyle", "1", "RemoteWFS", "0").end();
        }
    }
}
