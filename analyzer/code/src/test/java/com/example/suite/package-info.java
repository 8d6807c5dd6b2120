/** Small programs with a verdict at each field, for the rules about programs as a whole. */
package com.example.suite;
