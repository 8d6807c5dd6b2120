package io.racewatch.runtime;

import io.racewatch.format.Entry.Place;
import java.util.Arrays;

/** The table of woven places. Append-only; safe from several threads at once. */
public final class Sites {
  /** Kinds of a site. */
  public static final byte FIELD = 0, STATIC = 1, ELEMENT = 2, LOCK = 3, CALL = 4;

  /** The value was reached through a final field. */
  public static final int VIA_FINAL = 1;

  /**
   * With VIA_FINAL: not in code that a constructor of the class runs, as far as the class shows.
   */
  public static final int BUILT = 32;

  /** In a constructor that has let its object out before. */
  public static final int LET_OUT = 64;

  /** Accesses that the class makes are not checked. */
  public static final int UNCHECKED = 4;

  /** The access is atomic: it races with plain accesses alone. */
  static final int ATOMIC = 2;

  /** The call gives up after a time. */
  public static final int TIMED = 8;

  /** The call takes elements out of a queue, or waits for there to be some. */
  public static final int TAKES = 16;

  /** Not yet looked for. */
  static final long UNRESOLVED = 0;

  private static final Object GROWTH = new Object();

  private static volatile Method[] methods = new Method[256];
  private static int methodCount;
  private static volatile Site[] sites = new Site[1024];
  private static int siteCount = 1;

  /** Where the shadow of a plain instance field stands, by site; 0 until known, or elsewhere. */
  private static long[] offsets = new long[1024];

  /** How often the slow path ran at a site; racy counts will do. */
  private static int[] hits = new int[1024];

  private Sites() {}

  /** A woven method. */
  record Method(String className, String name, String descriptor, String file) {}

  /** A woven place. Mutable only in what is resolved later. */
  static final class Site {
    final int number;
    final int method;
    final int line;
    final byte kind;
    final String owner;
    final String name;
    final int flags;

    /** Whether it is a call like {@code updateAndGet}, which calls a function of the program. */
    final boolean callsFunction;

    /** A constructor was seen to be running here; racy, it only goes from false to true. */
    boolean underConstructor;

    /** In which mode a handle accesses the variable, as reports call it. */
    volatile String mode = "plain";

    /** The site that stands for atomic accesses to elements by this call, 0 until needed. */
    volatile int atomicElement;

    /** The site that stands for plain accesses to an AtomicX by this call, 0 until needed. */
    volatile int plainAtomic;

    /** Where the shadow is; null until first needed. */
    volatile ShadowPlace place;

    Site(int number, int method, int line, byte kind, String owner, String name, int flags) {
      this.number = number;
      this.method = method;
      this.line = line;
      this.kind = kind;
      this.owner = owner;
      this.name = name;
      this.flags = flags;
      this.callsFunction =
          kind == CALL && (name.endsWith("Update") || name.startsWith("update"))
              || kind == CALL && (name.endsWith("Accumulate") || name.startsWith("accumulate"));
    }
  }

  /**
   * Adds a method; its sites are added after it.
   *
   * @param className binary name with dots
   * @param file source file, or empty
   * @return number of the method
   */
  public static int method(String className, String method, String descriptor, String file) {
    synchronized (GROWTH) {
      if (methodCount == methods.length) {
        methods = Arrays.copyOf(methods, methodCount * 2);
      }
      methods[methodCount] = new Method(className, method, descriptor, file);
      return methodCount++;
    }
  }

  /**
   * Adds a place.
   *
   * @param method from {@link #method}
   * @param line source line, 0 if unknown
   * @param kind FIELD, STATIC, ELEMENT, LOCK or CALL
   * @param owner FIELD, STATIC: owner in the instruction, with dots; ELEMENT: owner of the field
   *     that held the array, or its type such as {@code int[]}; LOCK: owner of the field that held
   *     the lock, or empty; CALL: owner of the called method
   * @param name the field, or the called method; empty where unknown
   * @param flags VIA_FINAL, UNCHECKED, TIMED, TAKES, or 0
   * @return the site, from 1
   */
  public static int add(int method, int line, byte kind, String owner, String name, int flags) {
    synchronized (GROWTH) {
      if (siteCount == sites.length) {
        hits = Arrays.copyOf(hits, siteCount * 2);
        offsets = Arrays.copyOf(offsets, siteCount * 2);
        sites = Arrays.copyOf(sites, siteCount * 2);
      }
      sites[siteCount] = new Site(siteCount, method, line, kind, owner, name, flags);
      return siteCount++;
    }
  }

  /**
   * Whether a place of a class that is gone, or is woven again, is this one, too; then it is as
   * new.
   *
   * @param file of the method, as the others are for {@link #method}
   */
  public static boolean again(
      int site,
      String className,
      String method,
      String descriptor,
      String file,
      int line,
      byte kind,
      String owner,
      String name,
      int flags) {
    Site s = site(site);
    if (s == null || s.line != line || s.kind != kind || s.flags != flags) {
      return false;
    }
    Method m = methodOf(s);
    if (!s.name.equals(name)
        || !s.owner.equals(owner)
        || !m.name.equals(method)
        || !m.descriptor.equals(descriptor)
        || !m.className.equals(className)
        || !m.file.equals(file)) {
      return false;
    }
    forget(site);
    return true;
  }

  /** Forgets where the field of a site stands; the class that knew it is gone, or asks again. */
  public static void forget(int site) {
    Site s = site(site);
    if (s != null) {
      s.place = null;
      offset(s, 0);
    }
  }

  /** How many places there are. */
  public static int count() {
    synchronized (GROWTH) {
      return siteCount;
    }
  }

  /**
   * Adds the site of a field that the call at a site accesses.
   *
   * @param place of the field
   */
  static int derive(int call, byte kind, ShadowPlace place, boolean atomic) {
    int dot = place.member.lastIndexOf('.');
    String owner = place.member.substring(0, Math.max(dot, 0));
    int derived = derive(call, kind, owner, place.member.substring(dot + 1), atomic);
    sites[derived].place = place;
    return derived;
  }

  /** The site of atomic accesses to elements by the call at a site. */
  static int atomicElement(int call, Object array) {
    Site from = site(call);
    if (from == null) {
      return call;
    }
    if (from.atomicElement == 0) {
      from.atomicElement = derive(call, ELEMENT, array.getClass().getTypeName(), "", true);
    }
    return from.atomicElement;
  }

  /** The site of accesses to an AtomicX, or an element of an array of them, by a call. */
  static int atomic(int call, Object variable, boolean element, boolean atomic) {
    Site from = site(call);
    if (from == null) {
      return call;
    }
    int known = atomic ? from.atomicElement : from.plainAtomic;
    if (known != 0) {
      return known;
    }
    String name = element ? "array[]" : "value";
    int derived = derive(call, FIELD, variable.getClass().getTypeName(), name, atomic);
    if (atomic) {
      from.atomicElement = derived;
    } else {
      from.plainAtomic = derived;
    }
    return derived;
  }

  /** Adds a site at the place of a call, for what the call does. */
  static int derive(int call, byte kind, String owner, String name, boolean atomic) {
    Site from = site(call);
    int method = from == null ? method("", "", "()V", "") : from.method;
    int line = from == null ? 0 : from.line;
    int flags = (atomic ? ATOMIC : 0) | (from == null ? 0 : from.flags & UNCHECKED);
    int derived = add(method, line, kind, owner, name, flags);
    if (atomic && from != null) {
      sites[derived].mode = VarMode.word(from.name);
    }
    return derived;
  }

  /** Whether accesses at the site are atomic. */
  static boolean isAtomic(int site) {
    Site s = site(site);
    return s != null && (s.flags & ATOMIC) != 0;
  }

  /** Whether the class of the site is one whose accesses are not checked. */
  static boolean isUnchecked(int site) {
    Site s = site(site);
    return s != null && (s.flags & UNCHECKED) != 0;
  }

  /** In which mode the site accesses its variable. */
  static String mode(int site) {
    Site s = site(site);
    return s == null ? "plain" : s.mode;
  }

  /** The place of a site that a woven class names; null for 0 and for unknown numbers. */
  static Site site(int site) {
    Site[] all = sites;
    return site > 0 && site < all.length ? all[site] : null;
  }

  static Method methodOf(Site site) {
    return methods[site.method];
  }

  /** Offset of the shadow of the field at a site; 0 if it is not known, or not in the object. */
  static long offset(int site) {
    long[] all = offsets;
    return site < all.length ? all[site] : 0;
  }

  /** Remembers where the shadow of a plain instance field stands. */
  static void offset(Site site, long offset) {
    synchronized (GROWTH) {
      offsets[site.number] = offset;
    }
  }

  /** By number, the methods with a site where the slow path ran. */
  static boolean[] reachedMethods() {
    Site[] all = sites;
    int[] counts = hits;
    boolean[] reached = new boolean[methods.length];
    int known = Math.min(all.length, counts.length);
    for (int i = 1; i < known; i++) {
      if (all[i] != null && counts[i] != 0 && all[i].method < reached.length) {
        reached[all[i].method] = true;
      }
    }
    return reached;
  }

  static Method methodNumbered(int number) {
    return methods[number];
  }

  /** Counts a pass of the slow path. */
  static int hit(int site) {
    int[] counts = hits;
    if (site >= counts.length) {
      return 1;
    }
    int n = counts[site];
    if (n != Integer.MAX_VALUE) {
      counts[site] = ++n;
    }
    return n;
  }

  /** Whether each access at the site has its stack taken. */
  static boolean isArmed(int site) {
    int[] counts = hits;
    return site < counts.length && counts[site] < 0;
  }

  /** Has stacks taken at the next accesses of the site. */
  static void arm(int site) {
    int[] counts = hits;
    if (site < counts.length) {
      counts[site] = -1000;
    }
  }

  /** Where a site stands in the source; a place without a name for 0. */
  static Place place(int site) {
    Site s = site(site);
    if (s == null) {
      return new Place("", "", "", 0);
    }
    Method m = methodOf(s);
    return new Place(m.className, m.name, m.file, s.line);
  }

  static boolean inConstructor(int site) {
    Site s = site(site);
    return s != null && methodOf(s).name.equals("<init>");
  }

  /** Whether the site is a call of a method of that name. */
  static boolean isCallOf(int site, String method) {
    Site s = site(site);
    return s != null && s.kind == CALL && s.name.equals(method);
  }

  /** Whether the site is a call that calls a function of the program meanwhile. */
  static boolean callsFunction(int site) {
    Site s = site(site);
    return s != null && s.callsFunction;
  }

  /** Whether the call at the site gives up after a time. */
  static boolean isTimed(int site) {
    Site s = site(site);
    return s != null && (s.flags & TIMED) != 0;
  }

  /** Whether the call at the site takes elements out of a queue. */
  static boolean takes(int site) {
    Site s = site(site);
    return s != null && (s.flags & TAKES) != 0;
  }

  static boolean isLetOut(int site) {
    Site s = site(site);
    return s != null && (s.flags & LET_OUT) != 0;
  }

  /** Whether it accesses what a final field of a finished object leads to. */
  static boolean isBuilt(int site) {
    Site s = site(site);
    return s != null && (s.flags & (VIA_FINAL | BUILT)) == (VIA_FINAL | BUILT);
  }

  static boolean viaFinal(int site) {
    Site s = site(site);
    return s != null && (s.flags & VIA_FINAL) != 0;
  }
}
