package io.racewatch.launcher;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar that this class came from; open for the life of the JVM. Thread-safe. */
final class Jar {
  /** Folder of everything that the isolated loader defines. */
  static final String ISOLATED = "META-INF/racewatch/isolated/";

  /** Folder of the classes for the bootstrap loader. */
  static final String BOOT = "META-INF/racewatch/boot/";

  private static final String BOOT_INDEX = BOOT + "index";

  private final URL url;
  private final ZipFile zip;

  private Jar(URL url, ZipFile zip) {
    this.url = url;
    this.zip = zip;
  }

  /**
   * Opens the jar.
   *
   * @throws IOException if the class did not come from an intact racewatch.jar, for instance
   *     because the jar was merged into the program's own
   */
  static Jar open() throws IOException {
    CodeSource source = Jar.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new FileNotFoundException("racewatch.jar is on the boot class path");
    }
    URL url = source.getLocation();
    try {
      ZipFile zip = new ZipFile(new File(url.toURI()));
      if (zip.getEntry(BOOT_INDEX) == null) {
        zip.close();
        throw new FileNotFoundException(url + " is not the racewatch.jar as it was built");
      }
      return new Jar(url, zip);
    } catch (URISyntaxException | IllegalArgumentException noFile) {
      throw new FileNotFoundException(url + " is not a file");
    }
  }

  URL url() {
    return url;
  }

  /** Null if there is no such entry. */
  byte[] read(String entry) throws IOException {
    ZipEntry found = zip.getEntry(entry);
    if (found == null) {
      return null;
    }
    byte[] bytes = new byte[(int) found.getSize()];
    try (DataInputStream in = new DataInputStream(zip.getInputStream(found))) {
      in.readFully(bytes);
    }
    return bytes;
  }

  /** Null if there is no such entry. */
  InputStream stream(String entry) throws IOException {
    byte[] bytes = read(entry);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  boolean has(String entry) {
    return zip.getEntry(entry) != null;
  }

  /** Class files of the runtime by binary name, supertypes first. */
  Map<String, byte[]> bootClasses() throws IOException {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    String index = new String(read(BOOT_INDEX), StandardCharsets.UTF_8);
    for (String name : index.split("\n")) {
      classes.put(name, read(BOOT + name.replace('.', '/') + ".class"));
    }
    return classes;
  }
}
