package org.riskmap.ogc.wfs;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.riskmap.layer.Edit;
import org.riskmap.layer.FeatureWriter.Done;
import org.riskmap.ogc.TextOut;
import org.riskmap.ogc.Xml;
import org.riskmap.ogc.wfs.WfsRequest.Action;

/** The answer to a transaction in each version's words (ISO 19142, 15.3; OGC 04-094, 12.3; OGC 02-058, 11.3). */
final class TransactionAnswer {

    private final Xml xml;
    private final WfsRequest.Transaction request;
    private final List<Done> done;
    private final Endpoint endpoint;

    TransactionAnswer(TextOut out, WfsRequest.Transaction request, List<Done> done, Endpoint endpoint) {
        this.xml = Xml.document(out.text());
        this.request = request;
        this.done = done;
        this.endpoint = endpoint;
    }

    void write() {
        if (request.version() == WfsVersion.V1_0_0) {
            version10();
        } else {
            newer(request.version().is2());
        }
        xml.endAll();
    }

    private void newer(boolean is2) {
        xml.start("wfs:TransactionResponse", "version", request.version().number());
        xml.with("xmlns:wfs", request.version().wfsSpace());
        xml.with(
                is2 ? "xmlns:fes" : "xmlns:ogc", is2 ? "http://www.opengis.net/fes/2.0" : "http://www.opengis.net/ogc");
        xml.with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.with("xsi:schemaLocation", endpoint.wfsSchema(request.version()));
        xml.start("wfs:TransactionSummary");
        xml.element("wfs:totalInserted", "" + count(Edit.Insert.class::isInstance));
        xml.element(
                "wfs:totalUpdated",
                "" + count(edit -> edit instanceof Edit.Update || !is2 && edit instanceof Edit.Replace));
        if (is2) {
            xml.element("wfs:totalReplaced", "" + count(Edit.Replace.class::isInstance));
        }
        xml.element("wfs:totalDeleted", "" + count(Edit.Delete.class::isInstance));
        xml.end();
        if (is2) {
            results("wfs:InsertResults", Edit.Insert.class::isInstance);
            results("wfs:UpdateResults", Edit.Update.class::isInstance);
            results("wfs:ReplaceResults", Edit.Replace.class::isInstance);
        } else {
            results("wfs:InsertResults", Edit.Insert.class::isInstance);
        }
    }

    private long count(Predicate<Edit> which) {
        return done.stream()
                .filter(each -> which.test(each.edit()))
                .mapToLong(each -> each.ids().size())
                .sum();
    }

    private void results(String name, Predicate<Edit> which) {
        if (count(which) == 0) {
            return;
        }
        xml.start(name);
        for (int i = 0; i < done.size(); i++) {
            if (which.test(done.get(i).edit())) {
                for (String id : done.get(i).ids()) {
                    xml.start("wfs:Feature", "handle", handle(i));
                    id(done.get(i), id);
                    xml.end();
                }
            }
        }
        xml.end();
    }

    private @Nullable String handle(int action) {
        Action asked = request.actions().get(action);
        return asked.handle();
    }

    private void id(Done each, String bare) {
        String id = each.edit().layer().name() + "." + bare;
        if (request.version().is2()) {
            xml.empty("fes:ResourceId", "rid", id);
        } else {
            xml.empty("ogc:FeatureId", "fid", id);
        }
    }

    private void version10() {
        xml.start("wfs:WFS_TransactionResponse", "version", "1.0.0");
        xml.with("xmlns:wfs", request.version().wfsSpace(), "xmlns:ogc", "http://www.opengis.net/ogc");
        xml.with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.with(
                "xsi:schemaLocation",
                endpoint.schemas().pair(request.version().wfsSpace(), "wfs/1.0.0/WFS-transaction.xsd"));
        for (int i = 0; i < done.size(); i++) {
            if (done.get(i).edit() instanceof Edit.Insert) {
                xml.start("wfs:InsertResult", "handle", handle(i));
                for (String id : done.get(i).ids()) {
                    id(done.get(i), id);
                }
                xml.end();
            }
        }
        xml.start("wfs:TransactionResult").start("wfs:Status").empty("wfs:SUCCESS");
    }
}
