package io.racewatch.model;

/**
 * A lock as an access or a cycle refers to it.
 *
 * @param lock name of the field that holds it, else of its class
 * @param object the instance, as {@code Object#7}
 * @param className class of the lock object, with dots
 * @param mode {@code exclusive}, {@code shared} or {@code optimistic}
 * @param at where it was taken
 */
public record LockRef(String lock, String object, String className, String mode, Frame at) {}
