/** Latches, barriers, semaphores, exchangers, phasers, and atomics. */
package com.example.synchronizers;
