package io.racewatch.instrument.weave;

import java.util.List;

/**
 * The object of a method reference, made so that the call in it is seen.
 *
 * @param call what was referred to
 * @param captures descriptor of the call site: what it captures
 * @param interfaces internal names of those that the object has
 * @param method that they want
 * @param types descriptors in which they want it
 * @param instantiated its descriptor with the type arguments in place
 */
record Bridge(
    Call call,
    String captures,
    String[] interfaces,
    String method,
    List<String> types,
    String instantiated) {}
