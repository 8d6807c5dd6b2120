/** Locks taken in orders that can, cannot, or do deadlock. */
package com.example.deadlocks;
