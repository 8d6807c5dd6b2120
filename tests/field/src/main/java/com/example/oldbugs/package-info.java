/** Drivers for old releases of libraries, each of which has a concurrency bug on record. */
package com.example.oldbugs;
