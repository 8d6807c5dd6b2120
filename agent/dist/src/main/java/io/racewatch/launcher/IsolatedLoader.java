package io.racewatch.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Defines what lies in folders of the jar where no other loader looks, so that the program may
 * carry other versions of the same libraries. Its parent is the platform loader: nothing on the
 * class path of the program is seen. Thread-safe, parallel capable.
 */
final class IsolatedLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Jar jar;
  private final String[] folders;
  private final ProtectionDomain domain;

  /** A new loader over folders of the jar. */
  IsolatedLoader(Jar jar, String... folders) {
    super(getPlatformClassLoader());
    this.jar = jar;
    this.folders = folders;
    // No location: coverage tools take classes that have one for the program's.
    Permissions all = new Permissions();
    all.add(new AllPermission());
    this.domain = new ProtectionDomain(new CodeSource(null, (Certificate[]) null), all);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String entry = name.replace('.', '/') + ".class";
    try {
      for (String folder : folders) {
        byte[] bytes = jar.read(folder + entry);
        if (bytes != null) {
          return defineClass(name, bytes, 0, bytes.length, domain);
        }
      }
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  protected URL findResource(String name) {
    for (String folder : folders) {
      if (jar.has(folder + name)) {
        try {
          return new URL("jar:" + jar.url() + "!/" + folder + name);
        } catch (MalformedURLException impossible) {
          throw new IllegalStateException(impossible);
        }
      }
    }
    return null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return found == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(found));
  }

  /** Without a URL connection: those keep a second copy of the jar open in a cache. */
  @Override
  public InputStream getResourceAsStream(String name) {
    try {
      for (String folder : folders) {
        InputStream found = jar.stream(folder + name);
        if (found != null) {
          return found;
        }
      }
    } catch (IOException unreadable) {
      return null;
    }
    return super.getResourceAsStream(name);
  }
}
