package io.racewatch.format;

/**
 * The bytes of a run file.
 *
 * <pre>
 * file    = MAGIC version:u32 reserved:u32 frame* zero*
 * frame   = length:u32 type:u8 crc:u32 payload      length counts type and payload, so never 0
 * crc     = CRC-32 of type and payload
 * u32     = four bytes, the lowest first
 * int     = the 32 bits as a varint: seven bits a byte, the lowest first
 * long    = the 64 bits likewise
 * text    = count:int char*                          each UTF-16 unit as a varint: lossless
 * string  = 0 (null) | 1 text (gets the next number) | 2 + number
 * place   = 0 (null) | 1 string string string int (gets the next number) | 2 + number
 * list    = count:int element*
 * </pre>
 *
 * <p>Strings and places are numbered from 0 in the order in which they stand in the file; {@link
 * #RESET} forgets both. A writer that is killed leaves zeros or half a frame at the end: a length
 * of 0 ends the file, and a half frame fails its checksum. An unknown type is not skipped, because
 * the numbers of its strings would be lost; so whatever adds a type raises {@link #VERSION}.
 */
public final class Layout {
  /** Version of the layout that this code writes; it reads this and all earlier ones. */
  public static final int VERSION = 3;

  /** Bytes before the first frame. */
  public static final int HEADER = 16;

  /** Bytes of a frame before its payload. */
  public static final int FRAME = 9;

  /** Most bytes in a payload. */
  public static final int MAX_PAYLOAD = 256 * 1024;

  /** Most bytes that {@link EntryWriter} makes of one entry: a reset and the entry itself. */
  public static final int MAX_WRITE = MAX_PAYLOAD + 2 * FRAME;

  /** Most UTF-16 units in a string; the writer cuts longer ones. */
  public static final int MAX_TEXT = 32 * 1024;

  /** Most frames in a stack and elements in other lists; the writer cuts longer ones. */
  public static final int MAX_LIST = 2048;

  /** Most edges in one batch. */
  public static final int MAX_EDGES = 4096;

  /** Most numbered strings, and most numbered places, between two resets. */
  public static final int MAX_NUMBERED = 32 * 1024;

  static final byte RESET = 1;
  static final byte META = 2;
  static final byte THREAD = 3;
  static final byte SLOT = 4;
  static final byte EDGES = 5;
  static final byte LOCK = 6;
  static final byte ACQUIRE = 7;
  static final byte ACQUIRE_SEEN = 8;
  static final byte RACE = 9;
  static final byte RACE_SEEN = 10;
  static final byte UNGUARDED = 11;
  static final byte DEADLOCK = 12;
  static final byte CLASSES = 13;
  static final byte CLASS_FAILED = 14;
  static final byte CANARY = 15;
  static final byte NOTE = 16;
  static final byte END = 17;
  static final byte WAIT_UNDER = 18;
  static final byte ACQUIRE_AT = 19;
  static final byte GUARDED = 20;
  static final byte NOT_AWAITED = 21;

  private static final String MAGIC = "RACEWRUN";

  private Layout() {}

  /** A fresh header, {@link #HEADER} bytes. */
  public static byte[] header() {
    byte[] header = new byte[HEADER];
    for (int i = 0; i < MAGIC.length(); i++) {
      header[i] = (byte) MAGIC.charAt(i);
    }
    putInt(header, MAGIC.length(), VERSION);
    return header;
  }

  /**
   * @param header what could be read of the first {@link #HEADER} bytes
   * @param length how much that was
   * @throws FormatException if this is no run file, or one of a later version
   */
  static void check(byte[] header, int length) throws FormatException {
    if (isEmpty(header, length)) {
      throw new FormatException("the run file is empty: its JVM was ended while it started");
    }
    for (int i = 0; i < MAGIC.length(); i++) {
      if (i >= length || header[i] != (byte) MAGIC.charAt(i)) {
        throw new FormatException("not a racewatch run file");
      }
    }
    if (length < HEADER) {
      throw new FormatException("the header of the run file is cut off");
    }
    int version = getInt(header, MAGIC.length());
    if (version < 1 || version > VERSION) {
      throw new FormatException(
          "run file of version "
              + Integer.toUnsignedString(version)
              + "; this racewatch reads up to version "
              + VERSION);
    }
  }

  private static boolean isEmpty(byte[] header, int length) {
    for (int i = 0; i < length; i++) {
      if (header[i] != 0) {
        return false;
      }
    }
    return true;
  }

  static void putInt(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >>> 8);
    bytes[at + 2] = (byte) (value >>> 16);
    bytes[at + 3] = (byte) (value >>> 24);
  }

  static int getInt(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | (bytes[at + 3] & 0xff) << 24;
  }
}
