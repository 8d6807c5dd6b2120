/**
 * Programs with a known verdict. Line comments before a class say what racewatch must find when it
 * watches that program, and it must find nothing else:
 *
 * <ul>
 *   <li>{@code // clean}: nothing
 *   <li>{@code // race: a, B.c, d[]}: one data race; several names where a racy publication drags
 *       fields along, the reference first. Names are relative to the class of the file: {@code a}
 *       is its field, {@code B.c} a field of its nested class, {@code d[]} the elements of the
 *       array in its field; {@code int[]} is an array that no field holds
 *   <li>{@code // api-race: java.util.HashMap}: unordered calls on a library object
 *   <li>{@code // unguarded: a}: a write without the lock that all others take
 *   <li>{@code // lock-cycle: a, b}: locks taken in opposite orders; each name once
 *   <li>{@code // blocked: a, end of a thread}: a wait with a lock in hand that the other needs
 *   <li>{@code // deadlock: a, end of worker}: a real one, in a program marked {@code // hangs};
 *       here one thread waits for a lock and the other for the end of the first
 *   <li>{@code // jdk: 21}: the first JDK that can run it
 * </ul>
 *
 * <p>A line that ends in {@code // racy} makes one of the racing accesses, and one that ends in
 * {@code // wants} asks for the second lock of a cycle: the first frame of the program in each
 * stack of a finding must be such a line.
 *
 * <p>Each program takes the same course in every run and prints the same lines. Where a race needs
 * one thread before the other, {@link com.example.support.OrderRwIgnored} puts them in order
 * without synchronisation that racewatch sees.
 */
package com.example;
