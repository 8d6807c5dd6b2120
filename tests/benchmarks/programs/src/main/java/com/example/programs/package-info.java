/**
 * Work for programs that nobody here wrote. Each takes the amount of work, prints a result that is
 * the same in every run, and holds at least 200 MB of live data where its kind of work allows it.
 */
package com.example.programs;
