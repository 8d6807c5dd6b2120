import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Puts the one jar together from the launcher's jar and the class path that this program is started
 * with. Run by the build: {@code java -cp CLASSPATH AssembleJar.java LAUNCHER OUTPUT TIMESTAMP}.
 *
 * <p>Entries are sorted and carry one time, so that equal input gives equal bytes. Two different
 * files that want one place end the build; service files are merged.
 */
final class AssembleJar {
  private static final String BOOT = "META-INF/racewatch/boot/";
  private static final String ISOLATED = "META-INF/racewatch/isolated/";
  private static final String LICENSES = "META-INF/licenses/";
  private static final String SERVICES = "META-INF/services/";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final Pattern FOR_BOOT = Pattern.compile("io/racewatch/(runtime|format)/.*");
  private static final Pattern FOR_ROOT =
      Pattern.compile("io/racewatch/launcher/[^-]*|META-INF/(LICENSE|NOTICE|licenses/.*)");
  private static final Pattern LICENCE =
      Pattern.compile(
          "(META-INF/)?[^/]*(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern DROPPED =
      Pattern.compile("(.*/)?(module|package)-info\\.class|META-INF/.*");

  /**
   * ASM gets names of our own: so it can be told from that of the program, to which a directive for
   * the JIT must not apply, and in whose stacks it would confuse.
   */
  private static final Remapper OWN_NAMES =
      new Remapper() {
        private static final String THEIRS = "org/objectweb/asm/";

        @Override
        public String map(String name) {
          boolean asm = name.startsWith(THEIRS);
          return asm ? "io/racewatch/asm/" + name.substring(THEIRS.length()) : name;
        }
      };

  private final Map<String, byte[]> entries = new TreeMap<>();
  private final Map<String, Set<String>> services = new TreeMap<>();

  public static void main(String[] arguments) throws Exception {
    AssembleJar jar = new AssembleJar();
    jar.addRoot(Path.of(arguments[0]));
    for (String each : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      jar.add(Path.of(each));
    }
    jar.addServices();
    jar.addBootIndex();
    jar.write(Path.of(arguments[1]), Instant.parse(arguments[2]));
  }

  private interface Visitor {
    void visit(String entry, byte[] content) throws IOException;
  }

  private static void walk(Path origin, Visitor visitor) throws IOException {
    if (Files.isDirectory(origin)) {
      walkFolder(origin, visitor);
    } else {
      try (FileSystem zip = FileSystems.newFileSystem(origin)) {
        walkFolder(zip.getPath("/"), visitor);
      }
    }
  }

  private static void walkFolder(Path root, Visitor visitor) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(root)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      visitor.visit(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
    }
  }

  /** The launcher's own jar: its manifest, licences and classes stay at the root. */
  private void addRoot(Path launcher) throws IOException {
    walk(
        launcher,
        (entry, content) -> {
          if (entry.equals(MANIFEST) || FOR_ROOT.matcher(entry).matches()) {
            put(entry, content);
          } else if (!DROPPED.matcher(entry).matches()) {
            put(ISOLATED + entry, isClass(entry) ? renamed(content) : content);
          }
        });
  }

  private void add(Path library) throws IOException {
    String name = library.getFileName().toString().replaceFirst("\\.jar$", "");
    boolean ours = name.startsWith("racewatch-") || Files.isDirectory(library);
    walk(
        library,
        (entry, content) -> {
          if (entry.startsWith(SERVICES)) {
            addService(entry, content);
          } else if (LICENCE.matcher(entry).matches()) {
            if (!ours) {
              put(LICENSES + name + "/" + entry.substring(entry.lastIndexOf('/') + 1), content);
            }
          } else if (FOR_BOOT.matcher(entry).matches()) {
            if (!DROPPED.matcher(entry).matches()) {
              put(BOOT + entry, content);
            }
          } else if (!FOR_ROOT.matcher(entry).matches() && !DROPPED.matcher(entry).matches()) {
            put(ISOLATED + OWN_NAMES.map(entry), isClass(entry) ? renamed(content) : content);
          }
        });
  }

  private static boolean isClass(String entry) {
    return entry.endsWith(".class");
  }

  private static byte[] renamed(byte[] type) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(type).accept(new ClassRemapper(writer, OWN_NAMES), 0);
    return writer.toByteArray();
  }

  private void addService(String entry, byte[] content) {
    Set<String> providers = services.computeIfAbsent(entry, key -> new LinkedHashSet<>());
    new String(content, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(providers::add);
  }

  private void addServices() {
    services.forEach(
        (entry, providers) -> put(ISOLATED + entry, text(String.join("\n", providers) + "\n")));
  }

  /** Binary names, supertypes before their subtypes: the order to define them in. */
  private void addBootIndex() throws ClassNotFoundException {
    Set<String> ordered = new LinkedHashSet<>();
    for (String entry : new ArrayList<>(entries.keySet())) {
      if (entry.startsWith(BOOT)) {
        if (!entry.endsWith(".class")) {
          throw new IllegalStateException(entry + ": the boot loader takes only classes from us");
        }
        String path = entry.substring(BOOT.length(), entry.length() - ".class".length());
        order(Class.forName(path.replace('/', '.'), false, loader()), ordered);
      }
    }
    put(BOOT + "index", text(String.join("\n", ordered)));
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }

  private void order(Class<?> type, Set<String> ordered) {
    if (type == null || !entries.containsKey(BOOT + type.getName().replace('.', '/') + ".class")) {
      return;
    }
    order(type.getSuperclass(), ordered);
    for (Class<?> each : type.getInterfaces()) {
      order(each, ordered);
    }
    ordered.add(type.getName());
  }

  private void put(String entry, byte[] content) {
    byte[] there = entries.putIfAbsent(entry, content);
    if (there != null && !Arrays.equals(there, content)) {
      throw new IllegalStateException(entry + ": two different files want this place");
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(Path output, Instant time) throws IOException {
    Path aside = output.resolveSibling(output.getFileName() + ".new");
    try (OutputStream file = Files.newOutputStream(aside);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setLevel(9);
      // The manifest comes first: readers of jar streams expect it there.
      byte[] manifest = entries.remove(MANIFEST);
      LocalDateTime stamp = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
      writeEntry(zip, MANIFEST, manifest, stamp);
      for (String entry : new TreeSet<>(entries.keySet())) {
        writeEntry(zip, entry, entries.get(entry), stamp);
      }
    }
    Files.move(aside, output, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writeEntry(
      ZipOutputStream zip, String name, byte[] content, LocalDateTime stamp) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(stamp);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
