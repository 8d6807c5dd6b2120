/** Start, join, interrupt, and what only seems to order threads. */
package com.example.threads;
