package com.example.order.random;

/**
 * One step: the n-th of the whole program.
 *
 * @param thread that does it
 * @param op what it does
 * @param object with which object of its kind, or which variable, task or thread
 * @param succeeds whether the outcome is the one with an order, where there are two
 */
record Step(int thread, Op op, int object, boolean succeeds) {}
