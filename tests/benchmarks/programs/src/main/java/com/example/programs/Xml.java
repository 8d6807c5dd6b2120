package com.example.programs;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;

/** Saxon: documents are built from text, kept, and transformed by one shared stylesheet. */
public final class Xml {
  private static final int ORDERS = 4000;
  private static final int KEPT = 70;
  private static final String STYLE =
      """
      <xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:key name="by-customer" match="order" use="@customer"/>
        <xsl:template match="/orders">
          <report>
            <xsl:for-each-group select="order" group-by="@customer">
              <xsl:sort select="current-grouping-key()"/>
              <customer name="{current-grouping-key()}" orders="{count(current-group())}"
                  first="{key('by-customer', @customer)[1]/@id}">
                <xsl:apply-templates select="current-group()[item/@price &gt; 90]"/>
              </customer>
            </xsl:for-each-group>
            <sum><xsl:value-of select="sum(order/item/@price)"/></sum>
          </report>
        </xsl:template>
        <xsl:template match="order">
          <big id="{@id}"><xsl:value-of select="upper-case(string-join(item, '-'))"/></big>
        </xsl:template>
      </xsl:stylesheet>
      """;

  private Xml() {}

  /** The argument is the number of transformations a thread. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Processor processor = new Processor(false);
    XsltExecutable style =
        processor.newXsltCompiler().compile(new StreamSource(new StringReader(STYLE)));
    List<XdmNode> documents = Collections.synchronizedList(new ArrayList<>());
    Crew.work(
        number -> {
          for (int i = 0; i < KEPT / Crew.COUNT; i++) {
            documents.add(build(processor, 0));
          }
          return 0;
        });
    long sum =
        Crew.work(
            number -> {
              long length = 0;
              for (int i = 0; i < rounds; i++) {
                length += transform(processor, style, documents.get(i % documents.size()));
              }
              return length;
            });
    System.out.println("length " + sum);
    Crew.end(documents);
  }

  private static XdmNode build(Processor processor, int seed) throws SaxonApiException {
    StringBuilder text = new StringBuilder("<orders>");
    for (int i = 0; i < ORDERS; i++) {
      text.append("<order id='").append(i).append("' customer='c").append((i + seed) * 31 % 200);
      text.append("'>");
      for (int j = 0; j < 5; j++) {
        text.append("<item price='").append((i * 7 + j * 13) % 100).append("'>thing number ");
        text.append(i * j).append("</item>");
      }
      text.append("</order>");
    }
    text.append("</orders>");
    return processor
        .newDocumentBuilder()
        .build(new StreamSource(new StringReader(text.toString())));
  }

  private static int transform(Processor processor, XsltExecutable style, XdmNode document)
      throws SaxonApiException {
    StringWriter out = new StringWriter();
    Serializer serializer = processor.newSerializer(out);
    XsltTransformer transformer = style.load();
    transformer.setInitialContextNode(document);
    transformer.setDestination(serializer);
    transformer.transform();
    return out.toString().length();
  }
}
