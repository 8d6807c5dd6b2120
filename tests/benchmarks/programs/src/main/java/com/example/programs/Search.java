package com.example.programs;

import java.io.IOException;
import java.util.Random;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Lucene: two threads index into one writer, then two search. */
public final class Search {
  private static final int WORDS = 20_000;
  private static final int LENGTH = 60;
  private static final int STORED = 7000;
  private static final int DOCUMENTS = 16_000;

  private Search() {}

  /** The argument is the number of queries a thread. */
  public static void main(String[] args) throws Exception {
    int queries = Integer.parseInt(args[0]);
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
        Crew.work(number -> index(writer, number));
        writer.forceMerge(1);
        writer.commit();
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        System.out.println("documents " + reader.numDocs());
        System.out.println("found " + Crew.work(number -> search(searcher, number, queries)));
        Crew.end(directory);
      }
    }
  }

  private static long index(IndexWriter writer, int thread) throws IOException {
    Random random = new Random(thread);
    byte[] stored = new byte[STORED];
    for (int i = 0; i < DOCUMENTS; i++) {
      Document document = new Document();
      random.nextBytes(stored);
      document.add(new TextField("text", text(random), Field.Store.NO));
      document.add(new IntPoint("number", i));
      document.add(new StoredField("bytes", stored.clone()));
      writer.addDocument(document);
    }
    return 0;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append("word").append(word(random)).append(' ');
    }
    return text.toString();
  }

  /** Some words are far more common than others. */
  private static int word(Random random) {
    double share = random.nextDouble();
    return (int) (share * share * share * WORDS);
  }

  private static long search(IndexSearcher searcher, int thread, int queries) throws IOException {
    Random random = new Random(thread + 100);
    long found = 0;
    for (int i = 0; i < queries; i++) {
      BooleanQuery query =
          new BooleanQuery.Builder()
              .add(new TermQuery(new Term("text", "word" + word(random))), Occur.SHOULD)
              .add(new TermQuery(new Term("text", "word" + word(random))), Occur.SHOULD)
              .add(IntPoint.newRangeQuery("number", 0, DOCUMENTS / 2), Occur.MUST)
              .build();
      found += searcher.search(query, 10).scoreDocs.length + searcher.count(query);
    }
    return found;
  }
}
