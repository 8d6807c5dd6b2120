/** Pools, futures, streams and timers. */
package com.example.executors;
