/** Library objects that are and are not thread-safe. */
package com.example.collections;
