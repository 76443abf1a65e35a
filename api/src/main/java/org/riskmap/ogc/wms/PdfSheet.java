package org.riskmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** A map as a PDF of one page, a point of which is a pixel of the map asked for. */
final class PdfSheet {

    private PdfSheet() {}

    static void write(BufferedImage picture, MapRequest.Frame frame, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(frame.width(), frame.height()));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, picture), 0, 0, frame.width(), frame.height());
            }
            document.getDocumentInformation().setProducer("riskmap");
            document.save(out);
        }
    }
}
