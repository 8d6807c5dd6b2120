/** Locks of java.util.concurrent, monitors and conditions. */
package com.example.locks;
