package com.example.field;

import java.io.IOException;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Lucene: two threads index, two search, and merges run beside them. */
public final class Lucene {
  private static final int INDEXERS = 2;
  private static final int THREADS = 4;
  private static final int REFRESH = 50;
  private static final int WORDS = 97;

  private Lucene() {}

  /** The argument is the number of documents an indexing thread. */
  public static void main(String[] args) throws Exception {
    int documents = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(
                directory, new IndexWriterConfig(new StandardAnalyzer()).setMaxBufferedDocs(100));
        SearcherManager searchers = new SearcherManager(writer, null)) {
      Crew.work(
          THREADS,
          number -> {
            if (number < INDEXERS) {
              index(writer, searchers, number, documents);
            } else {
              for (int i = 0; i < documents; i++) {
                search(searchers, new TermQuery(new Term("text", "word" + i % WORDS)));
              }
            }
          });
      writer.commit();
      searchers.maybeRefreshBlocking();
      System.out.println("documents " + writer.getDocStats().numDocs);
      System.out.println("word5 " + search(searchers, new TermQuery(new Term("text", "word5"))));
      System.out.println("range " + search(searchers, IntPoint.newRangeQuery("number", 10, 400)));
    }
  }

  private static void index(
      IndexWriter writer, SearcherManager searchers, int thread, int documents) throws IOException {
    for (int i = 0; i < documents; i++) {
      Document document = new Document();
      String id = thread + "-" + i % (documents * 3 / 4);
      document.add(new StringField("id", id, Field.Store.YES));
      document.add(new TextField("text", text(thread, i), Field.Store.NO));
      document.add(new IntPoint("number", i));
      document.add(new NumericDocValuesField("rank", i));
      writer.updateDocument(new Term("id", id), document);
      if (i % REFRESH == 0) {
        searchers.maybeRefresh();
      }
    }
  }

  private static String text(int thread, int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append("word").append((number * 31 + i * i + thread) % WORDS).append(' ');
    }
    return text.toString();
  }

  private static int search(SearcherManager searchers, Query query) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      int count = searcher.count(query);
      searcher.search(query, 10);
      return count;
    } finally {
      searchers.release(searcher);
    }
  }
}
