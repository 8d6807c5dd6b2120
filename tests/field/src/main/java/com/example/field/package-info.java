/** Drivers: each works a library of others with several threads and prints what must come out. */
package com.example.field;
