/** What the samples share: threads in a forced order, and a main class that runs many of them. */
package com.example.support;
