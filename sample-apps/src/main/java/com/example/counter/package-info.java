/** Counters with and without a lock. */
package com.example.counter;
