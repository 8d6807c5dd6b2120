/** Single operations, as JMH benchmarks. Each method does as many as its annotation says. */
package com.example.operations;
