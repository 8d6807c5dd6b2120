/**
 * The measured programs. Each takes the number of rounds, and {@code racy} for its racy twin, which
 * does the same work and makes one unordered pair of accesses on top.
 */
package com.example.kernels;
